import { type Day, type Month, daysOfEvents, firstDay, isChild, yearBefore } from './calendar.ts';
import type { City } from './city.ts';
import { anyChild } from './draw.ts';
import { numbered } from './numbers.ts';
import type { Child } from './people.ts';
import { type Random, int, pick, random, shuffle, weighted } from './random.ts';

/** A contact at the front door. `referral` is true when it led to one. */
export interface Contact {
  id: string;
  child: Child;
  day: Day;
  source: string;
  referral: boolean;
}

export interface Referral {
  id: string;
  child: Child;
  day: Day;
  source: string;
  nfa: boolean;
}

const WEEK = [0.25, 1.25, 1.2, 1.15, 1.15, 1.1, 0.35];
const POLICE_SHARE = 0.34;
/** Who else turns to the front door: the Department for Education's children-in-need sources. */
export const otherSource = weighted([
  ['2A', 370], ['2B', 12], ['3A', 120], ['3B', 40], ['3C', 30], ['3D', 14], ['3E', 22], ['3F', 9], ['5A', 62], ['5B', 24], ['5C', 14],
  ['5D', 10], ['1A', 88], ['1B', 14], ['1C', 10], ['1D', 86], ['4', 20], ['7', 24], ['8', 70], ['9', 31], ['10', 12],
]); // prettier-ignore

/** The look-back of a re-referral, day by day. */
interface Window {
  day: Day;
  /** Same day of the year before. */
  opens: Day;
}

/**
 * The referrals of one month after the other: exactly as many as planned, and exactly as many of them re-referrals, that is of a child with
 * an earlier referral on or after the same day of the year before. Marks the police contacts that led to one.
 */
export function referrals(city: City): (month: Month, police: Contact[]) => Referral[] {
  const { seed, people, plan } = city;
  const last = new Map<Child, Day>();
  let recent: Referral[] = [];
  let serial = 0;

  const returning = ({ day, opens }: Window, child: Child) => {
    const before = last.get(child);
    return before !== undefined && before < day && before >= opens && isChild(child.born, day);
  };
  const fresh = ({ opens }: Window, child: Child) => (last.get(child) ?? -Infinity) < opens;

  /** A child with a referral in the window; the first month of a small city may have none. */
  function someReturning(r: Random, window: Window): Child | undefined {
    for (let tries = 0; tries < 200 && recent.length > 0; tries++) {
      const { child } = pick(r, recent);
      if (returning(window, child)) return child;
    }
    return recent.find(({ child }) => returning(window, child))?.child;
  }

  return (month, police) => {
    const r = random(seed, 'referrals', month);
    const { referrals: wanted, reReferrals } = plan(month);
    const days = daysOfEvents(r, month, WEEK, wanted);
    const again = shuffle(
      r,
      Array.from(days, (_, i) => i < reReferrals),
    );
    const rows: Referral[] = [];
    let cursor = 0;
    days.forEach((day, i) => {
      const window = { day, opens: yearBefore(day) };
      const fits = again[i] ? returning : fresh;
      while (cursor < police.length && police[cursor]!.day < day) cursor++;
      let contact: Contact | undefined;
      if (r() < POLICE_SHARE)
        for (let c = cursor; c < police.length && police[c]!.day === day && !contact; c++)
          if (isChild(police[c]!.child.born, day) && fits(window, police[c]!.child)) contact = police[c];
      const child =
        contact?.child ??
        (again[i] ? someReturning(r, window) : undefined) ??
        anyChild(r, people, month, day, (c) => fresh(window, c));
      if (!child) return;
      if (contact) contact.referral = true;
      last.set(child, day);
      rows.push({
        id: numbered('R', ++serial),
        child,
        day,
        source: contact ? '6' : otherSource(r),
        nfa: int(r, 100) < 11,
      });
    });
    const oldest = yearBefore(firstDay(month));
    recent = [...recent.filter(({ day }) => day >= oldest), ...rows];
    return rows;
  };
}
