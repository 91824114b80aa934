import { type KpiHeader, natureOf } from '../../build/definition.ts';
import type { Decisions } from '../../statistics/decisions.ts';
import type { Figure } from '../../statistics/figure.ts';
import { type Trend, trendOf, type TrendPoint } from '../../statistics/trend.ts';
import { within } from '../../statistics/window.ts';
import { type ReleasedRow, type ReleasedTable, WITHHELD } from '../release.ts';

/** A released series with what may be said of it. */
export interface ReleasedTrend extends Omit<Trend, 'points'> {
  grain: ReleasedTable['grain'];
  points: (ReleasedRow & Pick<TrendPoint, 'baseline' | 'unusual'>)[];
}

/** How many periods the papers show. */
const SHOWN = { month: 24, quarter: 12, year: 5 };

/**
 * Limits, signal and marks of one series, up to a day. They are made of the rows that the audience has and of nothing else, so that they tell
 * it nothing that it could not compute; a series with a withheld figure has none.
 */
export function releasedTrend(table: ReleasedTable, header: KpiHeader, decisions: Decisions, to: string) {
  const { grain } = table;
  const rows = table.rows.filter((row) => row.to <= to);
  const { measure, unit, better, chart } = header;
  const definition = { measure, unit, better, chart, nature: natureOf(header), grain };
  const { points, ...said } = trendOf(rows.map(asFigure), definition, decisions);
  const judged = points.map(({ baseline, unusual }, i) => ({ ...rows[i]!, baseline, unusual }));
  return within({ ...said, grain, points: judged }, { from: rows.at(-SHOWN[grain])?.from, to }) as ReleasedTrend;
}

/** Statistics know a figure that may not be seen by its status alone. */
function asFigure({ period, from, to, numerator, denominator, value, status }: ReleasedRow): Figure {
  if (status === WITHHELD || numerator === WITHHELD || denominator === WITHHELD || value === WITHHELD)
    return { period, from, to, numerator: NaN, denominator: null, value: null, status: WITHHELD };
  return { period, from, to, numerator, denominator, value, status };
}
