import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Contract } from '../contract.ts';
import { decoder, encodingOf } from './decode.ts';
import { matchHeader } from './header.ts';
import { Refusal } from './refusal.ts';
import type { Survey } from './survey.ts';
import type { Table } from './table.ts';
import { chunksOf } from './take-in.ts';

/** A CSV file as a UTF-8 file that DuckDB can read without guessing: itself when it is one already. */
export async function readCsv(contract: Contract, content: string, survey: Survey, scratch: string): Promise<Table> {
  const { delimiter } = contract;
  const encoding = encodingOf(survey, contract.encoding);
  const asItIs = encoding.name === 'utf-8' && !survey.uneven;
  if (!asItIs) await writeEvened(content, scratch, encoding.name, delimiter);
  const path = asItIs ? content : scratch;
  const columns = matchHeader(contract, await firstRecord(path, delimiter));
  const readAs = encoding.unexpected ? encoding.name : null;
  return { path, delimiter, columns, headerRow: 1, position: null, readAs };
}

/** Writes a file as UTF-8 with evened text. */
async function writeEvened(content: string, scratch: string, encoding: string, delimiter: string): Promise<void> {
  const decode = decoder(encoding);
  const even = evener(delimiter);
  const file = await open(scratch, 'wx', 0o600);
  try {
    for await (const chunk of chunksOf(content)) await file.write(even(decode.text(chunk)));
    await file.write(even(decode.end(), true));
  } finally {
    await file.close();
  }
}

/**
 * One kind of line end, since the engine takes no mixture; and no tabs or unbreakable spaces, which spreadsheets leave around cells.
 * A carriage return at the end of a chunk waits for what follows it.
 */
function evener(delimiter: string): (text: string, last?: boolean) => string {
  let waiting = '';
  return (text, last = false) => {
    const all = waiting + text;
    waiting = !last && all.endsWith('\r') ? '\r' : '';
    const whole = waiting ? all.slice(0, -1) : all;
    const lines = whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
    return delimiter === '\t' ? lines : lines.replace(/[\u00a0\t]/g, ' ');
  };
}

const HEADER_WITHIN = 64 * 1024;

async function firstRecord(path: string, delimiter: string): Promise<string[]> {
  const start = await startOf(path);
  if (start.trim() === '')
    throw new Refusal('empty file', 'The file is empty. Send the header row even when there is nothing to report.');
  try {
    return parse(start, { delimiter, to: 1, relax_column_count: true, bom: true })[0] ?? [];
  } catch {
    throw new Refusal('unreadable header', `The first row could not be read as CSV with the delimiter "${delimiter}".`);
  }
}

async function startOf(path: string): Promise<string> {
  for await (const chunk of chunksOf(path)) return chunk.subarray(0, HEADER_WITHIN).toString();
  return '';
}
