import { decisionsOf } from '../decisions/of-kpi.ts';
import type { Standing } from '../decisions/log.ts';
import type { Partnership } from '../partnership.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { kpiOf } from './request.ts';
import { series, type SeriesRow } from './series.ts';
import { judged, type SplitTrend } from './trend.ts';

/** From where a KPI is looked at. */
export interface View {
  /** The day on which it is looked at: a month that has not ended is no headline. */
  on: string;
  decisions: readonly Standing[];
  /** The rows are those of a part: a target for the whole city's count is none for a town. */
  part?: boolean;
  /** The last day of the months that are told; all of them unless told. The signal then rests on these months alone. */
  to?: string;
}

/** What is said of a KPI in one line. */
export interface Headline extends Pick<SplitTrend, 'signal' | 'target'> {
  /** The last complete month that has a value: a rate of none has none. As on the KPI's own page. */
  latest: SeriesRow | null;
  /** The same month of the year before. */
  year_before: SeriesRow | null;
  /** The last months, oldest first. */
  spark: SeriesRow[];
}

const SPARK_MONTHS = 24;

/** A KPI's headline by month. @throws SafeguardingError (not-found) for the KPI */
export async function headline(p: Partnership, snapshot: Snapshot, kpi: string, view: View): Promise<Headline> {
  const all = await series(p, snapshot, { kpi, grain: 'month' });
  return headlineOf(all, kpi, kpiOf(snapshot, kpi).header, view);
}

/** A headline from all months that a KPI has. */
export function headlineOf(
  all: readonly SeriesRow[],
  kpi: string,
  header: Parameters<typeof judged>[1],
  { on, decisions, part = false, to = '9999' }: View,
): Headline {
  const months = all.filter((row) => row.to <= to);
  const own = decisionsOf(decisions, { id: kpi, unit: header.unit }, part);
  const { signal, target } = judged(months, header, 'month', own);
  const latest = months.findLast((row) => row.to < on && row.status !== 'incomplete' && row.value !== null) ?? null;
  return {
    latest,
    year_before: latest && yearBefore(months, latest),
    spark: months.slice(-SPARK_MONTHS),
    signal,
    target,
  };
}

function yearBefore(months: readonly SeriesRow[], { from }: SeriesRow): SeriesRow | null {
  const then = `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
  return months.find((row) => row.from === then) ?? null;
}
