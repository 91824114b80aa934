// The table of all kinds: what is wrong, how it is made, what is expected.
import { byteKinds } from './byte-kinds.ts';
import { dateKinds } from './date-kinds.ts';
import type { Kind } from './kind.ts';
import { pathKinds } from './path-kinds.ts';
import { textKinds } from './text-kinds.ts';
import { workbookKinds } from './workbook-kinds.ts';
import { zipKinds } from './zip-kinds.ts';

/** To come with reading by streams. */
const TO_COME = new Set([
  'cut in the middle of a quoted cell',
  'quote left open on the last row, without a line end',
  'UTF-16 with half a character',
  'a mark of UTF-8 before bytes that are not',
  'a row of 17 MB',
  'a header of 17 MB',
  'bytes that Windows-1252 does not have',
  'UTF-16 of an odd number of bytes',
  'a zero byte in a cell, after a mark',
  'UTF-32',
  'an old workbook (.xls)',
  'a gzip file',
  'a sign-in page in UTF-16',
  'JSON',
]);

const all: Record<string, Kind[]> = {
  'a CSV file': textKinds,
  'a date': dateKinds,
  'bytes of a CSV file': byteKinds,
  'a path': pathKinds,
  'a workbook': workbookKinds,
  'a zip file': zipKinds,
};

export const groups = Object.fromEntries(
  Object.entries(all).map(([group, kinds]) => [group, kinds.filter((kind) => !TO_COME.has(kind.name))]),
);
