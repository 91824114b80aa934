import { SafeguardingError } from '../errors.ts';
import { type Grain, GRAINS, parsePeriod } from '../periods.ts';
import type { KpiTable, Snapshot } from '../snapshots/log.ts';

export interface SeriesRequest {
  kpi: string;
  grain: Grain;
  by?: string[];
  /** Split to the values to keep. */
  where?: Record<string, string[]>;
  /** Dates or periods: only periods that end on or after `from` and begin on or before `to`. */
  from?: string;
  to?: string;
}

/** @throws SafeguardingError when the snapshot has no such KPI */
export function kpiOf(snapshot: Snapshot, id: string): KpiTable {
  const kpi = Object.hasOwn(snapshot.kpis, id) ? snapshot.kpis[id] : undefined;
  if (kpi) return kpi;
  throw new SafeguardingError(
    'not-found',
    `There is no KPI "${id}" in snapshot ${snapshot.number}. Expected one of: ${Object.keys(snapshot.kpis).join(', ')}.`,
  );
}

/** @throws SafeguardingError (usage) for a grain, a split or a value that the KPI does not have */
export function assertAsked({ grain, by = [], where = {} }: SeriesRequest, kpi: KpiTable): void {
  if (!GRAINS.includes(grain))
    throw new SafeguardingError('usage', `"${grain}" is not a grain. Expected one of: ${GRAINS.join(', ')}.`);
  const offered = Object.keys(kpi.splits);
  for (const split of [...by, ...Object.keys(where)])
    if (!offered.includes(split))
      throw new SafeguardingError(
        'usage',
        `This KPI has no split "${split}". Expected one of: ${offered.join(', ') || 'none'}.`,
      );
  const twice = by.find((split, i) => by.indexOf(split) !== i);
  if (twice) throw new SafeguardingError('usage', `"${twice}" is asked for twice. Expected each split once.`);
  for (const [split, values] of Object.entries(where))
    for (const value of values)
      if (!kpi.splits[split]!.includes(value))
        throw new SafeguardingError(
          'usage',
          `"${value}" is no value of "${split}". Expected one of: ${kpi.splits[split]!.join(', ')}.`,
        );
}

/** The first and the last day asked for. @throws SafeguardingError (usage) for what is neither a date nor a period */
export function windowOf(request: Pick<SeriesRequest, 'from' | 'to'>): { from?: string; to?: string } {
  const edge = (side: 'from' | 'to') => {
    const asked = request[side];
    if (asked === undefined) return undefined;
    const period = parsePeriod(asked);
    if (period) return period[side];
    throw new SafeguardingError(
      'usage',
      `--${side} "${asked}" is neither a date nor a period. Expected one such as 2024-04-01, 2024-11 or 2024-25.`,
    );
  };
  return { from: edge('from'), to: edge('to') };
}
