import { type Day, confused } from './calendar.ts';
import { type Child, homeOf, surnameOf } from './people.ts';
import { type Random, int } from './random.ts';

/** How an agency wrote a child down this time. */
export interface Written {
  surname: string;
  forename: string;
  /** null: not recorded. */
  born: Day | null;
  postcode: string;
}

const WITHOUT_MARKS: Record<string, string> = { ł: 'l', Ł: 'L', '’': "'" };
const plainCache = new Map<string, string>();
/** A name with its accents lost. */
export function plain(name: string): string {
  let result = plainCache.get(name);
  if (result === undefined) {
    result = name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[łŁ’]/g, (c) => WITHOUT_MARKS[c]!);
    plainCache.set(name, result);
  }
  return result;
}

/** A letter doubled, dropped, or swapped with its neighbour; never the first. */
function misspelt(r: Random, name: string): string {
  const i = 1 + int(r, Math.max(1, name.length - 2));
  const kind = int(r, 3);
  if (kind === 0) return name.slice(0, i) + name[i] + name.slice(i);
  if (kind === 1) return name.slice(0, i) + name.slice(i + 1);
  return name.slice(0, i) + (name[i + 1] ?? '') + name[i] + name.slice(i + 2);
}

/** A child as an agency wrote it down on a day: mostly right. `care` is the share of rows without a fault of the kinds drawn here. */
export function written(r: Random, child: Child, day: Day, care: number): Written {
  const row: Written = {
    surname: surnameOf(child),
    forename: child.forename,
    born: child.born,
    postcode: homeOf(child, day),
  };
  const fault = r();
  const kind = r();
  const detail = r();
  if (detail < 0.3) {
    row.surname = plain(row.surname);
    row.forename = plain(row.forename);
  }
  if (fault < care) return row;
  if (kind < 0.22) row.surname = misspelt(r, row.surname);
  else if (kind < 0.38) row.forename = misspelt(r, row.forename);
  else if (kind < 0.42) [row.surname, row.forename] = [row.forename, row.surname];
  else if (kind < 0.52) row.born = confused(child.born);
  else if (kind < 0.66) row.born = null;
  else if (kind < 0.82) row.postcode = row.postcode.replace(' ', '').toLowerCase();
  else if (kind < 0.94) row.postcode = row.postcode.replace(' ', '');
  else row.postcode = '';
  return row;
}

/** An NHS number as the council holds it: often missing, now and then a placeholder or with a wrong last digit. */
export function writtenNhs(r: Random, child: Child, missing: number): string {
  const fault = r();
  if (fault < missing) return '';
  if (fault < missing + 0.002) return '0000000000';
  if (fault < missing + 0.004) return '9999999999';
  const number = String(child.nhs);
  return fault < missing + 0.009 ? number.slice(0, 9) + ((Number(number[9]) + 1) % 10) : number;
}
