// Rows and KPIs as the API sends them, for the dashboard's pure functions.
import type { Measured, SeriesRow } from '../../dashboard/api/shapes.ts';

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
