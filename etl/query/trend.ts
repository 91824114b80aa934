// A KPI over time with what may be said of it: the semantic query and the statistics, put together.
import { natureOf } from '../build/definition.ts';
import { decisionsOf } from '../decisions/of-kpi.ts';
import { history, standing } from '../decisions/log.ts';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import type { KpiTable, Snapshot } from '../snapshots/log.ts';
import type { Decisions } from '../statistics/decisions.ts';
import { type Trend, trendOf, type TrendPoint } from '../statistics/trend.ts';
import { within } from '../statistics/window.ts';
import type { Grain } from '../periods.ts';
import { kpiOf, type SeriesRequest, windowOf } from './request.ts';
import { series, type SeriesRow } from './series.ts';

/** What a figure is compared with. */
export type Compared = Pick<SeriesRow, 'period' | 'from' | 'to' | 'numerator' | 'denominator' | 'value' | 'status'>;

/** One series of a KPI: its rows with what was judged of each. */
export interface SplitTrend extends Omit<Trend, 'points'> {
  split: Record<string, string>;
  points: (SeriesRow & TrendPoint & { year_before: Compared | null })[];
}

/**
 * A series for each value of a split, or one. All periods up to the end of the window are judged, wherever it begins, so that a signal
 * says of a month what the headlines of that month say. Points, marks and gaps are then cut to the window.
 * @throws SafeguardingError as `series` does, and (usage) for more than one split
 */
export async function trends(p: Partnership, snapshot: Snapshot, request: SeriesRequest): Promise<SplitTrend[]> {
  const { by = [], where = {}, grain } = request;
  if (by.length > 1)
    throw new SafeguardingError(
      'usage',
      'A trend has at most one split. Expected "by" to name one, and a filter for others.',
    );
  const { header } = kpiOf(snapshot, request.kpi);
  const [rows, kept] = await Promise.all([series(p, snapshot, { kpi: request.kpi, grain, by, where }), history(p)]);
  const part = by.length > 0 || Object.keys(where).length > 0;
  const decisions = decisionsOf(standing(kept), { id: request.kpi, unit: header.unit }, part);
  const window = windowOf(request);
  const { to = '9999' } = window;
  return apart(rows, by[0]).map((own) => {
    const upTo = own.filter(({ from }) => from <= to);
    return { ...within(judged(upTo, header, grain, decisions), window), split: own[0]?.split ?? {} };
  });
}

/** What may be said of one series. @param rows all periods that it has */
export function judged(rows: SeriesRow[], header: KpiTable['header'], grain: Grain, decisions: Decisions): SplitTrend {
  const { measure, unit, better, chart } = header;
  const trend = trendOf(rows, { measure, unit, better, chart, nature: natureOf(header), grain }, decisions);
  return {
    ...trend,
    split: rows[0]?.split ?? {},
    points: trend.points.map((point, i) => ({ ...rows[i]!, ...point, year_before: yearBefore(rows, point) })),
  };
}

/** The same period of the year before: a window may leave it out, and a change is told by it all the same. */
function yearBefore(rows: readonly SeriesRow[], { from }: Pick<SeriesRow, 'from'>): Compared | null {
  const then = rows.find((row) => row.from === `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`);
  if (!then) return null;
  const { split: _, ...compared } = then;
  return compared;
}

/** Rows of each value of a split, in the order in which the query gives the values. */
export function apart(rows: readonly SeriesRow[], split: string | undefined): SeriesRow[][] {
  if (split === undefined) return [[...rows]];
  const values = new Set(rows.map((row) => row.split[split]));
  return [...values].map((value) => rows.filter((row) => row.split[split] === value));
}
