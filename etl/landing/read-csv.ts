import { parse } from 'csv-parse/sync';
import type { Contract } from '../contract.ts';
import { decoder, encodingOf } from './decode.ts';
import { matchHeader } from './header.ts';
import { LONGEST_ROW, rowTooLong } from './longest-row.ts';
import { Refusal } from './refusal.ts';
import type { Received } from './submission.ts';
import type { Table } from './table.ts';
import { rewrite, startOf } from './take-in.ts';

/**
 * A CSV file as one that the engine can read without guessing: itself when it is one already. The engine reads Latin-1, which is what
 * Windows-1252 is where none of its own signs are used.
 */
export async function readCsv(contract: Contract, content: Received, scratch: string): Promise<Table> {
  const { survey } = content;
  const { delimiter } = contract;
  const encoding = encodingOf(survey, contract.encoding);
  const growth = encoding.name === 'utf-8' ? 1 : 2; // what is one byte elsewhere may be two in UTF-8, in which rows are read
  if (survey.longest.bytes * growth > LONGEST_ROW) throw rowTooLong(survey.longest.row);
  const latin1 = encoding.name === 'windows-1252' && !survey.controls;
  const asItIs = !survey.uneven && (latin1 || encoding.name === 'utf-8');
  const even = survey.uneven || encoding.name.startsWith('utf-16') ? evener(delimiter) : null;
  if (!asItIs) await writeEvened(content.path, scratch, encoding.name, even);
  const path = asItIs ? content.path : scratch;
  const readIn = asItIs && latin1 ? 'latin-1' : 'utf-8';
  const columns = matchHeader(contract, await firstRecord(path, delimiter, readIn));
  const readAs = encoding.unexpected ? encoding.name : null;
  return { path, size: survey.size, delimiter, encoding: readIn, columns, headerRow: 1, position: null, readAs };
}

/** Writes a file as UTF-8 with evened text. */
function writeEvened(content: string, scratch: string, encoding: string, even: Even | null): Promise<void> {
  const decode = decoder(encoding);
  return rewrite(content, scratch, (chunk) => {
    const text = chunk ? decode.text(chunk) : decode.end();
    return even ? even(text, !chunk) : text;
  });
}

type Even = (text: string, last?: boolean) => string;

/**
 * One kind of line end, since the engine takes no mixture; and no tabs or unbreakable spaces, which spreadsheets leave around cells.
 * A carriage return at the end of a chunk waits for what follows it.
 */
function evener(delimiter: string): Even {
  let waiting = '';
  return (text, last = false) => {
    const all = waiting + text;
    waiting = !last && all.endsWith('\r') ? '\r' : '';
    const lines = (waiting ? all.slice(0, -1) : all).replace(/\r\n?/g, '\n');
    return delimiter === '\t' ? lines : lines.replace(/[\u00a0\t]/g, ' ');
  };
}

const HEADER_WITHIN = 64 * 1024;

async function firstRecord(path: string, delimiter: string, encoding: Table['encoding']): Promise<string[]> {
  const start = (await startOf(path, HEADER_WITHIN)).toString(encoding === 'utf-8' ? 'utf8' : 'latin1');
  if (start.trim() === '')
    throw new Refusal('empty file', 'The file is empty. Send the header row even when there is nothing to report.');
  try {
    return parse(start, { delimiter, to: 1, relax_column_count: true, bom: true })[0] ?? [];
  } catch {
    throw new Refusal('unreadable header', `The first row could not be read as CSV with the delimiter "${delimiter}".`);
  }
}
