import { readSql } from '../files.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import type { RejectedRow } from './receipt.ts';
import { Refusal } from './refusal.ts';
import type { Table } from './table.ts';

/**
 * Reads a file's rows into `lines`, every cell as text, numbered as the sender's program numbers rows. Nothing is sniffed.
 * @returns the rows that do not have the header's number of columns: they are not in `lines`
 * @throws Refusal when a quote is opened and never closed, since what follows it cannot be told apart
 */
export async function readLines(session: Session, table: Table): Promise<RejectedRow[]> {
  const columns = table.columns.map((name) => `${text(name)}: 'VARCHAR'`).join(', ');
  const dialect = `auto_detect = false, header = true, delim = ${text(table.delimiter)}, quote = '"', escape = '"', max_line_size = 16777216`;
  const source = `read_csv(${text(table.path)}, columns = {${columns}}, ${dialect}, store_rejects = true)`;
  await session
    .run(`create or replace temp table read_rows as select row_number() over () as nth, * from ${source}`)
    .catch(refuseUnreadable);

  const ragged = await session.rows<{ line: number; error: string; open: boolean }>(
    readSql(import.meta.url, './ragged.sql'),
  );
  const open = ragged.find((r) => r.open);
  if (open)
    throw new Refusal(
      'quote left open',
      `A quote is opened on row ${open.line + table.headerRow - 1} and never closed. Close it, or double it if it is part of the text.`,
    );
  const names = table.columns.map(ident).join(', ');
  if (ragged.length === 0) {
    await session.run(
      `create or replace temp view lines as select nth + ${table.headerRow} as row_number, ${names} from read_rows`,
    );
    return [];
  }
  await session.load(
    'ragged',
    ['line'],
    ragged.map((r) => [String(r.line)]),
  );
  await session.run(readSql(import.meta.url, './numbering.sql'));
  await session.run(
    `create or replace temp view lines as select line + ${table.headerRow - 1} as row_number, ${names} from read_rows join numbering using (nth)`,
  );
  return ragged.map((r) => ({
    row: r.line + table.headerRow - 1,
    column: null,
    rule: 'ragged row',
    advice: `Expected ${table.columns.length} columns, as in the header (${r.error.toLowerCase()}). A comma or a quote inside a cell is the usual cause: put the cell in quotes.`,
  }));
}

/** The engine's own words may hold the row at fault, so they are not passed on; what is not about the file is. */
function refuseUnreadable(error: Error): never {
  if (!/^(Invalid Input|Conversion|Parser) Error/.test(error.message)) throw error;
  throw new Refusal(
    'unreadable rows',
    'The rows could not be read as CSV from some place on. Open the file in the program that made it, and export it anew.',
  );
}
