import { text } from '../engines/engine.ts';
import { SafeguardingError } from '../errors.ts';
import { readSql } from '../files.ts';
import type { Partnership } from '../partnership.ts';
import { addDays, financialYear } from '../periods.ts';
import type { Snapshot } from '../snapshots/log.ts';
import type { Followed } from '../statistics/kaplan-meier.ts';
import { onDay, type RepeatCurve, repeatCurve, type RepeatStep } from '../statistics/repeat-curve.ts';
import { coveredDays } from './covered.ts';
import { overTables } from './over-tables.ts';
import { type Marked, markOf } from './sensitive.ts';

/** What may come again: the table whose rows are starts, the column that dates them, the files that it needs. */
const CURVES: Record<string, { title: string; again: string; table: string; date: string; extracts: string[] }> = {
  concern: {
    title: 'Concern',
    again: 'another concern',
    table: 'concern',
    date: 'started_on',
    extracts: ['police-ppn', 'council-contacts', 'council-referrals'],
  },
  referral: {
    title: 'Referral',
    again: 'another referral',
    table: 'referral',
    date: 'referral_on',
    extracts: ['council-referrals'],
  },
  notice: {
    title: 'Police notice',
    again: 'another police notice',
    table: 'ppn',
    date: 'incident_on',
    extracts: ['police-ppn'],
  },
  missing: {
    title: 'Missing episode',
    again: 'another missing episode',
    table: 'missing_episode',
    date: 'reported_on',
    extracts: ['police-missing'],
  },
};

const MOST_DAYS = 365;
const TABLE_DAYS = [30, 90, 180, 365];
const MOST_COHORTS = 4;
/** Children of this age and over at the start turn 18 before they were followed for a year. */
const TOO_OLD = 17;

export interface Cohort extends Marked {
  /** The financial year of the start. */
  cohort: string;
  starts: number;
  repeats: number;
  /** Whether all of its starts could be followed for a year. */
  complete: boolean;
  /** Where the share moves, and where it ends. */
  steps: (Pick<RepeatStep, 'day' | 'value' | 'at_risk'> & Marked)[];
  /** Null where fewer than 10 are still followed. */
  at: ({ day: number; at_risk: number; value: number | null; lower: number | null; upper: number | null } & Marked)[];
  /** Days until half have repeated. */
  median: number | null;
}

export interface Curve {
  id: string;
  title: string;
  again: string;
  offered: { id: string; title: string }[];
  /** Ages that are left out. */
  left_out: string[];
  /** The last day that files cover. */
  followed_to: string | null;
  cohorts: Cohort[];
}

/**
 * How soon it happens again, for the starts of each of the last four financial years.
 * @throws SafeguardingError (not-found) for a curve or a table that is not there
 */
export async function curve(p: Partnership, snapshot: Snapshot, id: string): Promise<Curve> {
  if (!Object.hasOwn(CURVES, id))
    throw new SafeguardingError(
      'not-found',
      `There is no curve "${id}". Expected one of: ${Object.keys(CURVES).join(', ')}.`,
    );
  const { title, again, table, date, extracts } = CURVES[id]!;
  const days = coveredDays({ covered_by: extracts, starts: undefined }, snapshot.coverage);
  const leftOut = p.config.age_bands.filter(({ below }) => below === undefined || below > TOO_OLD).map((b) => b.title);
  const groups = await overTables(p, snapshot, [table], (session) =>
    days.length === 0 ? Promise.resolve([]) : session.rows<Group>(sqlOf(table, date, days, leftOut)),
  );
  const end = days.at(-1)?.to ?? null;
  const years = [...new Set(groups.map(({ year }) => year))].slice(-MOST_COHORTS);
  return {
    id,
    title,
    again,
    offered: Object.entries(CURVES).map(([other, one]) => ({ id: other, title: one.title })),
    left_out: leftOut,
    followed_to: end,
    cohorts: years.map((year) =>
      cohortOf(
        year,
        groups.filter((group) => group.year === year),
        end!,
      ),
    ),
  };
}

interface Group {
  year: number;
  days: number;
  event: boolean;
  n: number;
}

function sqlOf(table: string, date: string, days: readonly { from: string; to: string }[], leftOut: string[]): string {
  const covered = days.map(({ from, to }) => `(date ${text(from)}, date ${text(to)})`).join(', ');
  const given: Record<string, string> = {
    $table: table,
    $date: date,
    $most: String(MOST_DAYS),
    $too_old: leftOut.map(text).join(', '),
  };
  const query = readSql(import.meta.url, './curve.sql').replace(/\$[a-z_]+/g, (name) => given[name]!);
  return `with covered as (select * from (values ${covered}) as t(day_from, day_to))\n${query}`;
}

function cohortOf(year: number, groups: readonly Group[], end: string): Cohort {
  const followed = groups.flatMap(({ days, event, n }): Followed[] => Array(n).fill({ time: days, event }));
  const drawn = repeatCurve(followed);
  const period = financialYear(year);
  const repeats = followed.filter(({ event }) => event).length;
  const told = TABLE_DAYS.map((day) => at(drawn, followed, day));
  // By how much a curve rises tells, with who is followed, how many it happened to on that day.
  const risen = new Map(groups.filter(({ event }) => event).map(({ days, n }) => [days, n]));
  return {
    cohort: period.label,
    starts: followed.length,
    repeats,
    ...markOf(followed.length, repeats, ...told.map(({ at_risk }) => at_risk)),
    complete: addDays(period.to, MOST_DAYS) <= end,
    steps: drawn.steps
      .filter((step, i, all) => step.value !== (all[i - 1]?.value ?? 0) || i === all.length - 1)
      .map(({ day, value, at_risk }) => ({ day, value, at_risk, ...markOf(at_risk, risen.get(day) ?? null) })),
    at: told,
    median: drawn.median,
  };
}

function at(drawn: RepeatCurve, followed: readonly Followed[], day: number): Cohort['at'][number] {
  const at_risk = followed.filter(({ time }) => time >= day).length;
  if (day > (drawn.steps.at(-1)?.day ?? 0))
    return { day, at_risk, value: null, lower: null, upper: null, ...markOf(at_risk) };
  const { value, lower, upper } = onDay(drawn, day) ?? { value: 0, lower: 0, upper: 0 };
  return { day, at_risk, value, lower, upper, ...markOf(at_risk) };
}
