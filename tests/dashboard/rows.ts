// Rows and KPIs as the API sends them, for the dashboard's pure functions.
import type { Measured, SeriesRow, Signal, SplitTrend, TrendPoint } from '../../dashboard/api/shapes.ts';

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The row of a month such as `2025-03`. */
export function monthRow(period: string, value: number | null, more: Partial<SeriesRow> = {}): SeriesRow {
  const [year, month] = period.split('-').map(Number) as [number, number];
  return {
    period,
    from: `${period}-01`,
    to: lastDay(year, month),
    split: {},
    numerator: value ?? 0,
    denominator: null,
    value,
    status: 'final',
    ...more,
  };
}

/** A row of any other period. */
export const row = (
  period: string,
  from: string,
  to: string,
  value: number | null,
  more: Partial<SeriesRow> = {},
): SeriesRow => ({
  ...monthRow('2025-01', value, more),
  period,
  from,
  to,
});

export const EPISODES: Measured = {
  title: 'Missing episodes',
  unit: 'episodes',
  measure: 'count',
  better: 'lower',
};
export const RATE: Measured = { title: 'Re-referrals', unit: 'percent', measure: 'rate', better: 'lower' };
export const HOURS: Measured = {
  title: 'Hours to triage',
  unit: 'hours',
  measure: 'median',
  better: 'lower',
};

/** A signal; of no change in March 2025 unless told. */
export const signal = (more: Partial<Signal> = {}): Signal => ({
  period: '2025-03',
  variation: 'common_cause',
  words: 'No real change',
  assurance: null,
  target_words: null,
  because: null,
  ...more,
});

/** A month's figure as judged by the first baseline; not unusual unless told. */
export const point = (period: string, value: number | null, more: Partial<TrendPoint> = {}): TrendPoint => ({
  ...monthRow(period, value),
  interval: null,
  baseline: 0,
  year_before: null,
  unusual: null,
  ...more,
});

/** Limits from 10 to 30 around 20. */
export const baseline = (more: Partial<SplitTrend['baselines'][number]> = {}): SplitTrend['baselines'][number] => ({
  from: '2025-01-01',
  to: '2025-03-31',
  points: 13,
  rebase: null,
  limits: { mean: 20, lower: 10, upper: 30, drawn: { lower: 10, upper: 30, trimmed_at: [] } },
  why: null,
  ...more,
});

/** A trend of the first months of 2025 by one baseline. */
export const trendOf = (points: TrendPoint[], more: Partial<SplitTrend> = {}): SplitTrend => ({
  split: {},
  points,
  baselines: [baseline()],
  signal: signal(),
  since: null,
  target: null,
  marks: [],
  gaps: [],
  screened: true,
  ...more,
});
