import type { Measured, SeriesRow } from '../api/shapes.ts';
import { monthNumber } from '../api/months.ts';
import { monthName } from './dates.ts';

const MONTHS = /^(\d{4}-\d{2}) to (\d{4}-\d{2})$/;

/** The grains that hold our figures for some published periods. */
export const grainsFor = (periods: readonly string[]) => ({
  year: periods.some((period) => !MONTHS.test(period)),
  month: periods.some((period) => MONTHS.test(period)),
});

/**
 * Our own figure for a period that others published: the row of that period, or, for a run of months such as `2023-09 to 2024-03`,
 * their sum where sums mean something. Undefined where we have none, or lack a month.
 */
export function oursFor(
  period: string,
  rows: readonly SeriesRow[],
  { measure }: Pick<Measured, 'measure'>,
): SeriesRow | undefined {
  const run = MONTHS.exec(period);
  if (!run) return rows.find((row) => row.period === period);
  const [, first, last] = run as unknown as [string, string, string];
  const months = rows.filter(
    (row) => row.period.length === 7 && row.from.startsWith(row.period) && row.period >= first && row.period <= last,
  );
  const whole = months.length === monthNumber(`${last}-01`) - monthNumber(`${first}-01`) + 1;
  if (measure !== 'count' || !whole) return undefined;
  const sum = months.reduce((total, row) => total + row.numerator, 0);
  return { ...months[0]!, period, to: months.at(-1)!.to, numerator: sum, value: sum };
}

/** `2023-09 to 2024-03` is "September 2023 to March 2024"; other periods are as they are. */
export const publishedPeriod = (period: string) =>
  MONTHS.exec(period)
    ?.slice(1)
    .map((m) => monthName(`${m}-01`))
    .join(' to ') ?? period;
