// Reads the demo's files on its own, without landing, and counts by the rules that the agencies gave.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';

export type Row = Record<string, string>;

const impossible = (date: string) => /^(31\/02|....-02-31)/.test(date);
/** Rows that landing must reject: no key, a stray total line, 31 February, a code outside its list. */
const rejected = (row: Row, key: string) =>
  row[key] === '' ||
  row[key] === 'Total' ||
  Object.values(row)[0] === 'Total' ||
  Object.values(row).some((cell) => impossible(cell) || cell === 'Z9');

export const namesOf = (folder: string, extract: string): string[] => readdirSync(join(folder, extract)).toSorted();

export function rawRows(folder: string, extract: string, name: string): Row[] {
  const text = readFileSync(join(folder, extract, name), extract === 'police-ppn' ? 'latin1' : 'utf8');
  return parse(text, { columns: true, bom: true });
}

/** What the files say once rejects and repeats are gone and a later file's row has replaced an earlier one's. */
export function rows(folder: string, extract: string, ...key: string[]): Row[] {
  const names = namesOf(folder, extract);
  const live = names.filter((name) => !names.includes(name.replace('_v1', '_v2')) || !name.includes('_v1'));
  const found = new Map<string, Row>();
  for (const name of live)
    for (const row of rawRows(folder, extract, name))
      if (!rejected(row, key[0]!)) found.set(key.map((k) => row[k]).join('|'), row);
  return [...found.values()];
}

/** dd/MM/yyyy as yyyy-MM-dd, time dropped. */
export const iso = (uk: string): string => `${uk.slice(6, 10)}-${uk.slice(3, 5)}-${uk.slice(0, 2)}`;

/** A tracker's rows by column name; dates are Excel's day numbers. */
export function tracker(
  folder: string,
  name: string,
): { title: string[]; rows: Record<string, string | number | null>[] } {
  const book = read(readFileSync(join(folder, 'mace-tracker', name)));
  const sheet = book.Sheets['Tracker']!;
  const [title, position, blank] = utils.sheet_to_json<string[]>(sheet, { header: 1, blankrows: true });
  return {
    title: [title?.[0] ?? '', position?.[0] ?? '', blank?.[0] ?? ''],
    rows: utils.sheet_to_json(sheet, { range: 3, defval: null }),
  };
}
