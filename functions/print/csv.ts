// How numbers and receipts are written for people: CSV, tables, lines.

export type Cell = string | number | null;

/** What a spreadsheet takes for the start of a formula, also behind spaces or a byte order mark, and in full width (OWASP ASVS 5.0, 1.2.10). */
const FORMULA = /^(?:[\t\r\n]|[\s\uFEFF\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Lines of comma-separated values (RFC 4180) that no spreadsheet runs as formulas. */
export const csv = (rows: Cell[][]): string => rows.map((row) => `${row.map(cell).join(',')}\n`).join('');

function cell(value: Cell): string {
  if (value === null) return '';
  const text = String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A column of a download: its name, what it is, and what it says of a row. */
export interface CsvColumn<Row> {
  name: string;
  means: string;
  cell(row: Row): Cell;
}

/** Rows under one header row. */
export const tableOf = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): Cell[][] => [
  columns.map(({ name }) => name),
  ...rows.map((row) => columns.map((column) => column.cell(row))),
];

/** What the columns are, as a table of its own: remarks in the file itself would be rows to whoever reads it. */
export const keyOf = <Row>(columns: readonly CsvColumn<Row>[]): Cell[][] => [
  ['column', 'meaning'],
  ...columns.map(({ name, means }) => [name, means]),
];
