import { SafeguardingError } from '../errors.ts';
import { readSql } from '../files.ts';
import type { Partnership } from '../partnership.ts';
import { addDays, addMonths } from '../periods.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { stretches } from './covered.ts';
import { overTables } from './over-tables.ts';
import { type Marked, markOf } from './sensitive.ts';

/** The lists that are laid over one another. `back`: how many months before the day must be covered too. */
const SETS = [
  { id: 'mace', title: 'Open to MACE', extract: 'mace-tracker', back: 0 },
  { id: 'missing', title: 'Missing 3 times or more', extract: 'police-missing', back: 12 },
  { id: 'notices', title: '3 notices or more', extract: 'police-ppn', back: 12 },
  { id: 'plan', title: 'Child protection plan', extract: 'council-cp-plans', back: 0 },
];

export interface Overlaps {
  /** The day of the tracker that all lists are of. */
  on: string;
  /** Other days that may be asked for, newest first. */
  days: string[];
  /** Children in at least one list. */
  children: number;
  sets: ({ id: string; title: string; children: number; only: number } & Marked)[];
  /** Each child is in one combination; largest first. */
  combinations: ({ sets: string[]; children: number } & Marked)[];
  /** Lists that files do not cover on that day, or for the months before it. */
  left_out: { id: string; title: string; extract: string }[];
}

/**
 * How many children are on which lists at once, on the day of a tracker.
 * @param day one of the tracker's; the last one unless told
 * @throws SafeguardingError (usage) for another day, (not-found) for a snapshot without these tables or without a tracker
 */
export async function overlaps(p: Partnership, snapshot: Snapshot, day?: string): Promise<Overlaps> {
  const days = [...new Set((snapshot.coverage['mace-tracker'] ?? []).map(({ to }) => to))].sort().reverse();
  const on = day ?? days[0];
  if (!on) throw new SafeguardingError('not-found', 'No tracker of the exploitation team has been received yet.');
  if (!days.includes(on))
    throw new SafeguardingError('usage', `There is no tracker of "${on}". Expected one of: ${days.join(', ')}.`);
  const asked = SETS.filter((set) => covers(snapshot, set, on));
  const flags = Object.fromEntries(SETS.map((set) => [set.id, String(asked.includes(set))]));
  const sql = readSql(import.meta.url, './overlaps.sql').replace(/\$([a-z]+)/g, (_, id: string) => flags[id]!);
  const rows = await overTables(p, snapshot, ['mace_open', 'missing_episode', 'ppn', 'cp_plan'], (session) =>
    session.rows<{ sets: string; children: number }>(sql, [on, addMonths(on, -12)]),
  );
  const combinations = rows.map(({ sets, children }) => ({ sets: sets.split(','), children, ...markOf(children) }));
  const counted = (which: (sets: string[]) => boolean) =>
    combinations.filter(({ sets }) => which(sets)).reduce((sum, { children }) => sum + children, 0);
  return {
    on,
    days,
    children: counted(() => true),
    sets: asked.map(({ id, title }) => {
      const children = counted((sets) => sets.includes(id));
      const only = counted((sets) => sets.length === 1 && sets[0] === id);
      return { id, title, children, only, ...markOf(children, only) };
    }),
    combinations,
    left_out: SETS.filter((set) => !asked.includes(set)).map(({ id, title, extract }) => ({ id, title, extract })),
  };
}

/** Whether files cover all that a list looks at: a list made from half of its months would look like good news. */
function covers({ coverage }: Snapshot, { extract, back }: (typeof SETS)[number], on: string): boolean {
  const from = back === 0 ? on : addDays(addMonths(on, -back), 1);
  return stretches(coverage[extract] ?? []).some((days) => days.from <= from && days.to >= on);
}
