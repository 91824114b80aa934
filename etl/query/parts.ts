// Where a change is: a whole that shows no real change may hide a town that rises and one that falls.
import type { Partnership } from '../partnership.ts';
import type { Snapshot } from '../snapshots/log.ts';
import type { Signal } from '../statistics/trend.ts';
import { splitTitle } from './describe.ts';
import { kpiOf } from './request.ts';
import { trends } from './trend.ts';

/** A part of a KPI whose last final month is unusual. */
export interface Part {
  value: string;
  /** The first day of the first of the months on end that are unusual in the same sense. */
  since: string;
  signal: Signal;
}

/** What the parts of a KPI say by months, each judged by its own usual range. */
export interface Parts {
  kpi: string;
  /** The split looked into: the first that the KPI lists. */
  by: { id: string; title: string };
  /** How many parts could be judged. The more are looked at, the more stand out by chance, so this stands beside what did. */
  judged: number;
  /** In the order of the split. */
  unusual: Part[];
}

/** The parts of every KPI of a snapshot; without those that have no split, or of whose parts none can be judged. */
export async function partsOf(p: Partnership, snapshot: Snapshot): Promise<Parts[]> {
  const all = await Promise.all(Object.keys(snapshot.kpis).map((kpi) => partsOfKpi(p, snapshot, kpi)));
  return all.filter(({ judged }) => judged > 0);
}

async function partsOfKpi(p: Partnership, snapshot: Snapshot, kpi: string): Promise<Parts> {
  const id = kpiOf(snapshot, kpi).header.splits[0] ?? '';
  const by = { id, title: splitTitle(id) };
  if (id === '') return { kpi, by, judged: 0, unusual: [] };
  const all = await trends(p, snapshot, { kpi, grain: 'month', by: [id] });
  const judged = all.filter(({ signal }) => signal.variation !== null);
  const unusual = judged.filter(({ signal }) => signal.variation !== 'common_cause');
  return {
    kpi,
    by,
    judged: judged.length,
    unusual: unusual.map((one) => ({ value: one.split[id]!, since: one.since!.from, signal: one.signal })),
  };
}
