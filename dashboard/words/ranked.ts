import type { Kpi, SplitTrend, TrendPoint } from '../api/shapes.ts';
import { periodName } from './dates.ts';
import { latestRow } from './sentences.ts';

/** Splits whose values have an order of their own, in which people look for them. */
const ORDERED = ['age_band', 'risk'];
export const NOT_KNOWN = 'Not known';

export const inOwnOrder = ({ id }: Pick<Kpi['splits'][number], 'id'>) => ORDERED.includes(id);

/** A value of a split at one period, with the series that it is judged in. */
export interface SplitRow {
  value: string;
  point: TrendPoint;
  trend: SplitTrend;
}

/** The latest figure of any value of a split. */
export const latestOf = (trends: readonly SplitTrend[]): TrendPoint | undefined =>
  latestRow(trends.flatMap(({ points }) => points).toSorted((a, b) => a.to.localeCompare(b.to)));

/** Each value of a split at one period. */
export const asOf = (trends: readonly SplitTrend[], period: string): SplitRow[] =>
  trends.flatMap((trend) => {
    const point = trend.points.find((one) => one.period === period);
    return point ? [{ value: Object.values(trend.split)[0] ?? '', point, trend }] : [];
  });

/** The rows of one period by the values of a split: largest first, or in the order of the split, and what is not known last. */
export function ranked(rows: readonly SplitRow[], split: Kpi['splits'][number]): SplitRow[] {
  const listed = split.values.flatMap((value) => rows.find((row) => row.value === value) ?? []);
  if (inOwnOrder(split)) return listed;
  const last = ({ value }: SplitRow) => Number(value === NOT_KNOWN);
  return listed.sort((a, b) => last(a) - last(b) || (b.point.value ?? -1) - (a.point.value ?? -1));
}

/** A rate of fewer than this says little: one child more or less moves it by ten points. */
export const FEW = 10;
export const isFew = ({ denominator }: Pick<TrendPoint, 'denominator'>) =>
  denominator !== null && denominator > 0 && denominator < FEW;

type Counted = Pick<Kpi, 'measure' | 'counted_once' | 'unit'>;

/** Whether the values of a split add up to the whole, so that each has a share: a child may be counted under two values, a rate never adds. */
export const adds = ({ measure, counted_once, unit }: Counted) =>
  (measure === 'count' && !counted_once) || (measure === 'stock' && unit !== 'percent');

/** What stands beside a figure: its share of all, or what it is a rate of; empty for nothing. */
export const asideTitle = (kpi: Counted) => (adds(kpi) ? 'Share' : kpi.unit === 'percent' ? 'Of' : '');

/** "On October 2025", where there is a year before. */
export const yearBeforeTitle = (rows: readonly SplitRow[]): string => {
  const before = rows.find(({ point }) => point.year_before)?.point.year_before;
  return before ? `On ${periodName(before)}` : 'On the year before';
};
