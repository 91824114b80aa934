import { writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Contract } from '../contract.ts';
import { decode } from './decode.ts';
import { matchHeader } from './header.ts';
import type { Table } from './table.ts';
import { Refusal } from './refusal.ts';

/** A CSV file as a UTF-8 file that DuckDB can read without guessing. */
export async function readCsv(contract: Contract, bytes: Uint8Array, scratch: string): Promise<Table> {
  const { text, readAs } = decode(bytes, contract.encoding);
  const header = firstRecord(text, contract.delimiter);
  const columns = matchHeader(contract, header);
  await writeFile(scratch, evened(text, contract.delimiter));
  return { path: scratch, delimiter: contract.delimiter, columns, headerRow: 1, position: null, readAs };
}

/** One kind of line end, since the engine takes no mixture; and no tabs or unbreakable spaces, which spreadsheets leave around cells. */
function evened(text: string, delimiter: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return delimiter === '\t' ? lines : lines.replace(/[\u00a0\t]/g, ' ');
}

function firstRecord(text: string, delimiter: string): string[] {
  if (text.trim() === '')
    throw new Refusal('empty file', 'The file is empty. Send the header row even when there is nothing to report.');
  try {
    const start = text.slice(0, 64 * 1024);
    return parse(start, { delimiter, to: 1, relax_column_count: true })[0] ?? [];
  } catch {
    throw new Refusal('unreadable header', `The first row could not be read as CSV with the delimiter "${delimiter}".`);
  }
}
