// The demo partnership: the files of eight agency extracts for invented children, so that the product can be seen at work.
// A city of families (people.ts) lives through its months (history.ts) by a plan (plan.ts) that adds up to the yearly report;
// files/ writes down what each agency knew of it, with the faults that real files have (faults.ts, agency-file.ts).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SafeguardingError } from '../errors.ts';
import { type Day, type Month, dateOf, financialYear, iso, monthDay, monthOf } from './calendar.ts';
import { REAL_CHILDREN, city } from './city.ts';
import { councilContacts } from './files/council-contacts.ts';
import { councilCpPlans } from './files/council-cp-plans.ts';
import { councilReferrals } from './files/council-referrals.ts';
import { councilRhi } from './files/council-rhi.ts';
import { educationRoll } from './files/education-roll.ts';
import type { DemoFile } from './files/file.ts';
import { maceTracker } from './files/mace-tracker.ts';
import { policeMissing } from './files/police-missing.ts';
import { policePpn } from './files/police-ppn.ts';
import { history } from './history.ts';

export interface DemoOptions {
  /** Children under 18 in the city. With fewer than 60,000 everything shrinks, and the totals are no longer the report's. */
  children?: number;
  /** Financial years written, the current one included; from April 2022 unless told. */
  years?: number;
  seed?: number;
  /** The last day that the files know of. */
  today?: Date;
  onProgress?: (done: number, total: number, what: string) => void;
}

const FIRST_MONTH = monthOf(2022, 4);
const FEWEST = 500;
const MOST = 400_000; // the 999 range holds numbers for no more, grown-up and unborn children included

function firstMonth(years: number | undefined, until: Month): Month {
  if (years === undefined) return FIRST_MONTH;
  if (!Number.isInteger(years) || years < 1)
    throw new SafeguardingError('usage', '"years" must be a whole number of at least 1.');
  return Math.max(FIRST_MONTH, monthOf(financialYear(until) - years + 1, 4));
}

function saver(folder: string): (file: DemoFile) => string {
  const made = new Set<string>();
  return ({ extract, name, content }) => {
    const place = join(folder, extract);
    if (!made.has(place)) mkdirSync(place, { recursive: true });
    made.add(place);
    const path = join(place, name);
    writeFileSync(path, content);
    return path;
  };
}

/**
 * Writes the demo partnership's agency files to `folder`/<extract id>/<file>.
 * A file is decided by seed and period: a later day repeats the files of ended periods byte for byte and lets the current ones grow.
 * @returns the paths written, in order of period
 * @throws SafeguardingError when an option cannot be
 */
export async function writeDemo(folder: string, options: DemoOptions = {}): Promise<string[]> {
  const { children = REAL_CHILDREN, years, seed = 1, today = new Date(), onProgress } = options;
  if (!(children >= FEWEST && children <= MOST))
    throw new SafeguardingError('usage', `"children" must be from ${FEWEST} to ${MOST}.`);
  const upTo: Day = dateOf(today);
  const until = monthDay(upTo);
  const from = firstMonth(years, until);
  const save = saver(folder);
  const paths: string[] = [];
  const total = until - from + 2;
  const place = city(seed, children, until);
  const writers = [
    policePpn,
    policeMissing,
    councilContacts,
    councilReferrals,
    councilRhi,
    councilCpPlans,
    maceTracker,
  ].map((writer) => writer(seed));
  for (const events of history(place, until, upTo)) {
    const files = writers.flatMap((writer) => writer(events));
    if (events.month < from) continue;
    paths.push(...files.map(save));
    onProgress?.(events.month - from + 1, total, iso(events.upTo).slice(0, 7));
  }
  paths.push(...educationRoll(seed, place.people, upTo).map(save));
  onProgress?.(total, total, 'school census');
  return paths;
}
