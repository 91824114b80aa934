// The table of all kinds: what is wrong, how it is made, what is expected.
import { byteKinds } from './byte-kinds.ts';
import { dateKinds } from './date-kinds.ts';
import type { Kind } from './kind.ts';
import { pathKinds } from './path-kinds.ts';
import { textKinds } from './text-kinds.ts';
import { workbookKinds } from './workbook-kinds.ts';
import { zipKinds } from './zip-kinds.ts';

export const groups: Record<string, Kind[]> = {
  'a CSV file': textKinds,
  'a date': dateKinds,
  'bytes of a CSV file': byteKinds,
  'a path': pathKinds,
  'a workbook': workbookKinds,
  'a zip file': zipKinds,
};
