import type { Row, TrendPoint } from '../api/shapes.ts';
import { firstOfMonth, monthNumber } from '../api/months.ts';

/** A place on a chart. A gap has no row and no value: no row is not zero. */
export interface Point {
  x: Date;
  y: number;
  /** Not final: drawn hollow, and said in words beside the chart. */
  hollow: boolean;
  row: Row | undefined;
  /** A file for part of its period has not come: its figure will rise, and no line leads to it. */
  begun: boolean;
  /** In which sense it is unusual: drawn by a shape of its own. */
  sense: Sense | undefined;
}

type Sense = NonNullable<TrendPoint['unusual']>['sense'];

/**
 * The points of one series in time order, with a gap wherever a period has no row. The step is the shortest distance between two
 * rows, so that positions taken each quarter join up and a missed quarter does not.
 */
export function toPoints(rows: readonly Row[]): Point[] {
  const sorted = rows.toSorted((a, b) => a.to.localeCompare(b.to));
  const steps = sorted.slice(1).map((row, i) => monthNumber(row.to) - monthNumber(sorted[i]!.to));
  const step = Math.min(...steps.filter((s) => s > 0));
  return sorted.flatMap((row, i) =>
    i > 0 && steps[i - 1]! > step ? [gapAfter(sorted[i - 1]!), point(row)] : [point(row)],
  );
}

/** Where a row stands on the time axis: at its last month. */
export const dateOf = (row: Pick<Row, 'to'>) => new Date(firstOfMonth(monthNumber(row.to)));
const point = (row: Row): Point => ({
  x: dateOf(row),
  y: row.value ?? NaN,
  hollow: row.status !== 'final',
  begun: row.status === 'incomplete',
  row,
  sense: row.unusual?.sense,
});
const gapAfter = (row: Row): Point => ({
  x: new Date(firstOfMonth(monthNumber(row.to) + 1)),
  y: NaN,
  hollow: false,
  begun: false,
  row: undefined,
  sense: undefined,
});

/** Months at which to write the date under a chart, at most so many, by steps that people count in and never between two points. */
export function monthTicks(points: readonly Point[], most: number): Date[] {
  if (points.length === 0) return [];
  const months = points.map((p) => monthNumber(p.x.toISOString()));
  const [first, last] = [months[0]!, months.at(-1)!];
  const between = Math.min(...months.slice(1).map((n, i) => n - months[i]!));
  const step = [1, 3, 6, 12, 24, 36, 60].find((s) => s >= between && (last - first) / s + 1 <= most) ?? 120;
  // Counted back from the last month, which is the one people ask about.
  const ticks = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => last - i * step);
  return ticks.reverse().map((n) => new Date(firstOfMonth(n)));
}

/** The largest value of several series, for a scale that they share; 1 when there is none. */
export const largest = (series: readonly (readonly Point[])[]) =>
  Math.max(...series.flat().flatMap((p) => (Number.isNaN(p.y) ? [] : [p.y])), 0) || 1;
