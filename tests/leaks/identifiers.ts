// Everything in the agencies' sample files that says who a child is, read independently of the product.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

/** Headers of the sample's files under which identifiers stand. */
const IDENTIFYING =
  /^(nhs n(umber|o)|upn|forename(\(s\))?|surname|name|date ?of ?birth|dob|d\.o\.b|(home[ _])?postcode|child unique id|person[ _]urn|notes)$/i;

const csvRows = (path: string): string[][] => {
  const bytes = readFileSync(path);
  const utf8 = !bytes.equals(Buffer.from(iconv.decode(bytes, 'utf8'), 'utf8'));
  return parse(iconv.decode(bytes, utf8 ? 'windows-1252' : 'utf8'), { relax_column_count: true });
};

const workbookRows = (path: string): string[][] => {
  const sheet = Object.values(XLSX.read(readFileSync(path)).Sheets)[0]!;
  return XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, dateNF: 'yyyy-mm-dd', defval: '' });
};

const fold = (value: string) => value.trim().toLowerCase();
const isoDate = (value: string) => value.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$2-$1');

/** All spellings under which a cell could leak: whole, without spaces, and a name's parts. A note leaks whole. */
function spellings(header: string, value: string): string[] {
  const whole = fold(isoDate(value));
  if (/notes/i.test(header)) return [whole];
  return [whole, whole.replaceAll(' ', ''), ...whole.split(/[,\s]+/)];
}

/** The identifiers of all files below a folder, folded to lower case. Birthdays are given as ISO dates. */
export function identifiers(folder: string): Set<string> {
  const found = new Set<string>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (f) => f.includes('/') && /\.(csv|xlsx)$/.test(f),
  );
  for (const file of files) {
    const rows = file.endsWith('.csv') ? csvRows(join(folder, file)) : workbookRows(join(folder, file));
    const headAt = rows.findIndex(
      (row) =>
        row.filter((cell) =>
          IDENTIFYING.test(
            String(cell)
              .trim()
              .replace(/^\ufeff/, ''),
          ),
        ).length > 0,
    );
    const columns = rows[headAt]!.flatMap((cell, i) =>
      IDENTIFYING.test(
        String(cell)
          .trim()
          .replace(/^\ufeff/, ''),
      )
        ? [i]
        : [],
    );
    for (const row of rows.slice(headAt + 1))
      for (const i of columns)
        if (row[i]) spellings(String(rows[headAt]![i]), String(row[i])).forEach((s) => found.add(s));
  }
  for (const short of found) if (short.length < 3) found.delete(short);
  return found;
}
