import { type Day, type Month, firstDay, lastDay, monthOf } from './calendar.ts';
import { type Background, background } from './names.ts';
import { nhsNumbers } from './numbers.ts';
import { postcode } from './postcodes.ts';
import { type Random, between, pick, random } from './random.ts';

/** A family lives at one address and shares a surname. */
export interface Family {
  background: Background;
  surname: string;
  home: string;
  /** Where it lives from `moved` on. */
  next: string;
  moved: Day;
  /** 0 to 1: how readily the agencies come to know it. */
  hardship: number;
  children: Child[];
}

/** An invented child. `number` is its place in the city's order of families. */
export interface Child {
  number: number;
  family: Family;
  forename: string;
  girl: boolean;
  born: Day;
  nhs: number;
  sen: 'N' | 'K' | 'E';
  /** 0 to 1: how readily it goes missing again. */
  restless: number;
}

export interface People {
  /** All families in the order in which they began. */
  families: Family[];
  /** How many families had begun before a month. */
  begunBefore(month: Month): number;
}

const BEGINS = monthOf(1999, 1);
const SIZES = [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4];
const MEAN_SIZE = SIZES.reduce((a, b) => a + b, 0) / SIZES.length;
const YEARS_OF_CHILDHOOD = 18;

/** Daughters bear the second form of "Nowicki/Nowicka". */
export const surnameOf = (child: Child): string => {
  const { surname } = child.family;
  const slash = surname.indexOf('/');
  return slash < 0 ? surname : child.girl ? surname.slice(slash + 1) : surname.slice(0, slash);
};
export const homeOf = (child: Child, day: Day): string =>
  day < child.family.moved ? child.family.home : child.family.next;

function surnameFor(r: Random, { surnames }: Background): string {
  const name = pick(r, surnames);
  if (name.includes('/') || r() > 0.03) return name;
  const other = pick(r, surnames);
  return other === name || other.includes('/') || other.includes('-') || name.includes('-') ? name : `${name}-${other}`;
}

function newFamily(r: Random): Family {
  const from = background(r);
  const home = postcode(r);
  const moves = r() < 0.25;
  return {
    background: from,
    surname: surnameFor(r, from),
    home,
    next: moves ? postcode(r) : home,
    moved: between(r, firstDay(monthOf(2021, 6)), firstDay(monthOf(2027, 1))),
    hardship: 0.02 + 0.98 * r() ** 3,
    children: [],
  };
}

function newChild(r: Random, number: number, family: Family, born: Day, nhs: number): Child {
  const girl = r() < 0.49;
  const names = girl ? family.background.girls : family.background.boys;
  let forename = pick(r, names);
  while (family.children.some((sibling) => sibling.forename === forename)) forename = pick(r, names);
  const need = r();
  return {
    number,
    family,
    forename,
    girl,
    born,
    nhs,
    sen: need < 0.05 ? 'E' : need < 0.195 ? 'K' : 'N',
    restless: r(),
  };
}

/** Siblings follow after one to five years; a few are twins. */
function addChildren(r: Random, family: Family, first: Day, number: number, nhs: () => number): void {
  const size = pick(r, SIZES);
  for (let born = first; family.children.length < size;) {
    family.children.push(newChild(r, number++, family, born, nhs()));
    if (r() > 0.016) born += between(r, 400, 1800);
  }
}

/**
 * The invented families of a city.
 * @param size children under 18 living there at any one time
 * @param until the last month in which a family begins; more months add families and change none
 */
export function people(seed: number, size: number, until: Month): People {
  const perMonth = size / YEARS_OF_CHILDHOOD / 12 / MEAN_SIZE;
  const begunBefore = (month: Month) => Math.floor((month - BEGINS) * perMonth);
  const families: Family[] = [];
  const nhs = nhsNumbers();
  let children = 0;
  for (let month = BEGINS; month <= until; month++) {
    const r = random(seed, 'families', month);
    while (families.length < begunBefore(month + 1)) {
      const family = newFamily(r);
      addChildren(r, family, between(r, firstDay(month), lastDay(month)), children, nhs);
      children += family.children.length;
      families.push(family);
    }
  }
  return { families, begunBefore };
}
