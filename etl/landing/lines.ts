import { join } from 'node:path';
import { readSql } from '../files.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import { LONGEST_ROW } from './longest-row.ts';
import { Refusal } from './refusal.ts';
import type { Table } from './table.ts';

/** In bytes, and more than the longest row, which is longer in UTF-8. The engine holds several; by itself it makes them sixteen times as long as a row. */
const BUFFER = 2 * LONGEST_ROW;

/** So many that the columns of a group rest in the processor's cache. */
const ROWS_IN_GROUP = 61_440;

/**
 * Reads a file's rows into the view `lines` (row_number, the cells as text, null when blank), numbered as the sender's program
 * numbers rows. Nothing is sniffed. The rows that do not have the header's number of columns are in the table `ragged` instead.
 * @param large true to hold the rows in a file of the folder, not in memory
 * @throws Refusal when a quote is opened and never closed, since what follows it cannot be told apart
 */
export async function readLines(session: Session, table: Table, large: boolean, folder: string): Promise<void> {
  const cells = table.columns.map((name) => `cell(${ident(name)}) as ${ident(name)}`).join(', ');
  const rows = `select ${cells} from ${csv(table)}`;
  const place = large ? 'file_row_number' : 'rowid';
  const held = join(folder, 'rows.parquet');
  await session
    .run(large ? copy(rows, held) : `create or replace temp table read_rows as ${rows}`)
    .catch(refuseUnreadable);
  if (large)
    await session.run(
      `create or replace temp view read_rows as select * from read_parquet(${text(held)}, file_row_number = true)`,
    );

  const sql = (file: string) => readSql(import.meta.url, file).replaceAll('$header_row', String(table.headerRow));
  await session.run(sql('./ragged.sql'));
  const [found] = await session.rows<{ rows: number; open: number | null }>(
    'select count(*) as rows, min(row_number) filter (where open) as open from ragged',
  );
  if (found!.open !== null)
    throw new Refusal(
      'quote left open',
      `A quote is opened on row ${found!.open} and never closed. Close it, or double it if it is part of the text.`,
    );
  const names = table.columns.map(ident).join(', ');
  if (found!.rows > 0) await session.run(sql('./numbering.sql'));
  await session.run(
    found!.rows > 0
      ? `create or replace temp view lines as select n.row_number, ${names} from (select ${place} as nth, * from read_rows) join numbering as n using (nth)`
      : `create or replace temp view lines as select ${place} + ${table.headerRow + 1} as row_number, ${names} from read_rows`,
  );
}

function csv({ path, columns, delimiter, encoding }: Table): string {
  const types = columns.map((name) => `${text(name)}: 'VARCHAR'`).join(', ');
  const dialect = `auto_detect = false, header = true, delim = ${text(delimiter)}, quote = '"', escape = '"', max_line_size = ${LONGEST_ROW}, buffer_size = ${BUFFER}, encoding = ${text(encoding)}`;
  return `read_csv(${text(path)}, columns = {${types}}, ${dialect}, store_rejects = true)`;
}

const copy = (query: string, path: string) =>
  `copy (${query}) to ${text(path)} (format parquet, compression snappy, row_group_size ${ROWS_IN_GROUP}, write_bloom_filter false)`;

/** The engine's own words may hold the row at fault, so they are not passed on; what is not about the file is. */
function refuseUnreadable(error: Error): never {
  if (!/^(Invalid Input|Conversion|Parser) Error/.test(error.message)) throw error;
  throw new Refusal(
    'unreadable rows',
    'The rows could not be read as CSV from some place on. Open the file in the program that made it, and export it anew.',
  );
}
