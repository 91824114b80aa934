import { type Day, type Month, daysOfEvents, financialYear, isChild } from './calendar.ts';
import type { City } from './city.ts';
import { anyChild } from './draw.ts';
import type { Exploitation } from './exploitation.ts';
import { numbered } from './numbers.ts';
import type { Child } from './people.ts';
import { type Random, between, int, normal, pick, random, weighted } from './random.ts';

/** A child missing from `reported` to `returned`, both in minutes from 1 January 1970 by the local clock. */
export interface Episode {
  id: string;
  child: Child;
  reported: number;
  returned: number;
  from: string;
  risk: string;
}

export const dayOfMinute = (minute: number): Day => Math.floor(minute / 1440);

const WEEK = [0.9, 0.9, 0.9, 0.95, 1, 1.25, 1.2];
const from = weighted([['Home', 58], ['Care', 38], ['Other', 4]]); // prettier-ignore
const risk = weighted([['Low', 21], ['Medium', 61], ['High', 18]]); // prettier-ignore
const HOUR = [9, 5, 3, 2, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 4, 6, 8, 9, 10, 11, 13, 14, 14, 12].flatMap((n, hour) =>
  Array<number>(n).fill(hour),
);

/** Minutes until the return: half are back in ten hours, one in 150 stays away for weeks. */
const away = (r: Random) =>
  r() < 0.007
    ? between(r, 9, 70) * 1440 + int(r, 1440)
    : Math.max(25, Math.round(Math.exp(Math.log(600) + 1.05 * normal(r))));

/** The episodes of one month after the other: as many as planned, by as many children new in the financial year as planned. */
export function missing(city: City, exploitation: Exploitation): (month: Month) => Episode[] {
  const { seed, people, plan } = city;
  const back = new Map<Child, number>();
  const placed = new Map<Child, string>();
  let year = -1;
  let seen: Child[] = [];
  let lastYear: Child[] = [];
  let inYear = new Set<Child>();
  let serial = 0;

  const free = (child: Child, minute: number) =>
    isChild(child.born, dayOfMinute(minute)) && (back.get(child) ?? 0) < minute;

  function newInYear(r: Random, month: Month, minute: number): Child | undefined {
    const fits = (child: Child) => !inYear.has(child) && free(child, minute);
    const lot = r();
    const pool = lot < 0.17 ? exploitation.open() : lot < 0.6 ? lastYear : [];
    for (let tries = 0; tries < 20 && pool.length > 0; tries++) {
      const child = pick(r, pool);
      if (fits(child)) return child;
    }
    const day = dayOfMinute(minute);
    return anyChild(
      r,
      people,
      month,
      day,
      (child) => child.restless > 0.9 && day - child.born > (r() < 0.05 ? 2200 : 3900) && fits(child),
    );
  }

  function seenInYear(r: Random, minute: number): Child | undefined {
    for (let tries = 0; tries < 400 && seen.length > 0; tries++) {
      const child = pick(r, seen);
      const readiness = Math.max(((child.restless - 0.9) * 10) ** 4, exploitation.isOpen(child) ? 0.4 : 0.03);
      if (r() < readiness && free(child, minute)) return child;
    }
    return seen.find((child) => free(child, minute));
  }

  return (month) => {
    const r = random(seed, 'missing', month);
    if (financialYear(month) !== year) {
      [year, lastYear, seen, inYear] = [financialYear(month), seen, [], new Set()];
    }
    const { episodes, missingChildren } = plan(month);
    const minutes = Array.from(
      daysOfEvents(r, month, WEEK, episodes),
      (day) => day * 1440 + pick(r, HOUR) * 60 + int(r, 60),
    ).toSorted((a, b) => a - b);
    const rows: Episode[] = [];
    let first = missingChildren;
    minutes.forEach((reported, i) => {
      const isFirst = first > 0 && r() < first / (minutes.length - i);
      const again = isFirst ? undefined : seenInYear(r, reported);
      const child = again ?? newInYear(r, month, reported);
      if (!child) return;
      if (!again) {
        first--;
        seen.push(child);
        inYear.add(child);
      }
      const returned = reported + away(r);
      back.set(child, returned);
      if (!placed.has(child)) placed.set(child, from(r));
      rows.push({
        id: numbered('MIS', ++serial),
        child,
        reported,
        returned,
        from: r() < 0.1 ? from(r) : placed.get(child)!,
        risk: risk(r),
      });
    });
    return rows;
  };
}
