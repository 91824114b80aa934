import { type Day, type Month, daysOfEvents, firstDay, isChild, lastDay, monthOf, yearOf } from './calendar.ts';
import type { City } from './city.ts';
import { anyFamily } from './draw.ts';
import type { Child, Family } from './people.ts';
import { int, pick, random, shuffle, weighted, type Random } from './random.ts';

/** One child named on one Police Protection Notice. */
export interface Notice {
  ref: string;
  child: Child;
  incident: Day;
  created: Day;
  minute: number;
  kind: string;
  risk: string;
  /** null: never triaged. */
  triaged: Day | null;
  outcome: string;
}

/** The day on which the police began to triage notices before sending them on. */
export const TRIAGE_BEGAN = firstDay(monthOf(2024, 9));
const WEEK = [1.15, 0.97, 0.92, 0.92, 0.95, 1.05, 1.2];
const kind = weighted([
  ['Domestic abuse', 52], ['Child at risk', 16], ['Neglect', 9], ['Mental health', 8], ['Missing', 6], ['Exploitation', 6], ['Other', 3],
]); // prettier-ignore
const risk = weighted([['Standard', 56], ['Medium', 32], ['High', 12]]); // prettier-ignore
const sentOn = weighted([['Open Case', 56], ['Direct referral', 44]]); // prettier-ignore
const keptBack = weighted([['NFA', 83], ['Ref to Family forum', 11], ['Ref to other', 6]]); // prettier-ignore
/** Days from creation to triage, null for never: slower in the first months. */
const settlingIn = weighted<number | null>([[0, 37], [1, 44], [2, 9], [3, 5], [5, 2], [null, 3]]); // prettier-ignore
const settled = weighted<number | null>([[0, 48], [1, 42], [2, 4], [3, 2], [5, 1], [null, 3]]); // prettier-ignore
const TRIAGE_SETTLED = monthOf(2025, 1);

/** The outcomes with which a notice goes to the front door, and becomes a contact. */
export const isSentOn = (notice: Notice): boolean =>
  notice.outcome === 'Open Case' || notice.outcome === 'Direct referral';

/** The siblings that one notice names: mostly one child, now and then a young adult among them. */
function named(r: Random, family: Family, day: Day, room: number): Child[] {
  const children = family.children.filter((child) => isChild(child.born, day));
  const count = r() < 0.45 ? 1 : 1 + int(r, children.length + 1);
  const chosen = shuffle(r, children).slice(0, Math.min(count, room));
  const grown = family.children.find((child) => day - child.born > 6580 && day - child.born < 7000);
  return grown && chosen.length && chosen.length < room && r() < 0.04 ? [...chosen, grown] : chosen;
}

/** Exactly as many triaged notices as planned are sent on; the others end at triage. */
function triage(r: Random, rows: Notice[], month: Month, planned: number): void {
  const end = lastDay(month);
  const daysToTriage = month < TRIAGE_SETTLED ? settlingIn : settled;
  for (const notice of rows) {
    const wait = daysToTriage(r);
    // The hubs clear their list before the month's return, so that a notice of the last day is triaged in its own month.
    notice.triaged = wait === null ? null : Math.min(notice.created + wait, end);
  }
  const triaged = rows.filter((notice) => notice.triaged !== null);
  shuffle(r, triaged).forEach((notice, i) => (notice.outcome = i < planned ? sentOn(r) : keptBack(r)));
}

/** The notices of one month after the other, each month as large as planned, in order of creation. */
export function notices(city: City): (month: Month) => Notice[] {
  const { seed, people, plan } = city;
  let known: Family[] = [];
  let serial = 0;
  return (month) => {
    const r = random(seed, 'notices', month);
    const { notices: wanted, police } = plan(month);
    const days = daysOfEvents(r, month, WEEK, wanted);
    const minutes = Float64Array.from(days, (day) => day * 1440 + int(r, 1440)).toSorted();
    const rows: Notice[] = [];
    const families: Family[] = [];
    while (rows.length < wanted) {
      // The notices of a month take their times in order; a notice that names three children uses up three.
      const time = minutes[rows.length]!;
      const created = Math.floor(time / 1440);
      const family = known.length > 0 && r() < 0.45 ? pick(r, known) : anyFamily(r, people, month);
      const children = named(r, family, created, wanted - rows.length);
      if (children.length === 0) continue;
      families.push(family);
      const incident = r() < 0.8 ? created : created - 1 - int(r, 4);
      const ref = `PPN/${String(yearOf(month)).slice(2)}/${String(++serial).padStart(6, '0')}`;
      const shared = {
        ref,
        incident,
        created,
        minute: time % 1440,
        kind: kind(r),
        risk: risk(r),
        triaged: null,
        outcome: '',
      };
      for (const child of children) rows.push({ ...shared, child });
    }
    if (firstDay(month) >= TRIAGE_BEGAN) triage(r, rows, month, police);
    known = [...families, ...known].slice(0, families.length * 10);
    return rows;
  };
}
