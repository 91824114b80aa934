import type { Cell } from './csv.ts';

const NUMERIC = /^-?[\d.]*$/;

/** Columns for a terminal; those of numbers are flush right. */
export function textTable(header: string[], rows: Cell[][]): string {
  const texts = rows.map((row) => row.map((value) => String(value ?? '')));
  const widths = header.map((name, i) => Math.max(name.length, ...texts.map((row) => row[i]!.length)));
  const right = header.map((_, i) => texts.length > 0 && texts.every((row) => NUMERIC.test(row[i]!)));
  const line = (row: string[]) =>
    row
      .map((text, i) => (right[i] ? text.padStart(widths[i]!) : text.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [header, ...texts].map(line).join('\n');
}
