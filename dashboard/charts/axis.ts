import type { Measured, SeriesRow } from '../api/shapes.ts';
import { kindOf } from '../words/dates.ts';
import { whole } from '../words/numbers.ts';

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** How a value is written at the side of a chart and at the end of its line. */
export const axisValue =
  ({ unit, measure }: Pick<Measured, 'unit' | 'measure'>) =>
  (value: number): string =>
    unit === 'percent'
      ? `${oneDecimal.format(value)}%`
      : measure === 'mean' || measure === 'median'
        ? oneDecimal.format(value)
        : whole(value);

/** How a date is written under a chart, in two lines: month and year, or the last month of a quarter, or the financial year. */
export function axisDate(rows: readonly SeriesRow[]): (date: Date) => string {
  const yearly = rows[0] !== undefined && kindOf(rows[0]) === 'year';
  return (date) => {
    const year = date.getUTCFullYear();
    return yearly ? `${year - 1}-${String(year % 100).padStart(2, '0')}` : `${monthName.format(date)}\n${year}`;
  };
}
