// Dates, numbers and sentences as people write them. Pure: the same figures always give the same words.

import { firstOfMonth, monthNumber } from '../api/months.ts';
import { capital } from './letters.ts';

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthOnly = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const time = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});
const localDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});

export interface Days {
  period: string;
  from: string;
  to: string;
}

/** `2025-03-31` is "31 March 2025". */
export const longDate = (date: string) => day.format(new Date(date));
/** `2025-03-31` is "March 2025". */
export const monthName = (date: string) => month.format(new Date(date));
/** An instant as the clock shows it here: "12:04". */
export const timeOfDay = (instant: string) => time.format(new Date(instant));
/** "21 November 2026 at 12:04". */
export const dayAndTime = (instant: string) => `${localDay.format(new Date(instant))} at ${timeOfDay(instant)}`;

export type Kind = 'month' | 'quarter' | 'year' | 'rolling12' | 'other';
/** What kind of period it is. `2024-11` and `2024-25` look alike, so its days decide. */
export function kindOf({ period, from, to }: Days): Kind {
  if (period.endsWith('(12m)')) return 'rolling12';
  const months = monthNumber(to) - monthNumber(from) + 1;
  return ({ 1: 'month', 3: 'quarter', 12: 'year' } as Record<number, Kind>)[months] ?? 'other';
}

/** "October 2026", "July to September 2026", "2025-26", "12 months to October 2026". */
export function periodName(days: Days): string {
  const kind = kindOf(days);
  if (kind === 'month') return monthName(days.to);
  if (kind === 'rolling12') return `12 months to ${monthName(days.to)}`;
  if (kind === 'quarter') return `${monthOnly.format(new Date(days.from))} to ${monthName(days.to)}`;
  return days.period === 'all' ? 'All time' : days.period;
}

/** The same period of the year before, where there is a row for it. */
export const yearBefore = <T extends Days>(rows: readonly T[], row: Days): T | undefined =>
  rows.find((r) => kindOf(r) === kindOf(row) && monthNumber(r.to) === monthNumber(row.to) - 12);

/** The period of a submission: "November 2026" for `2026-11`, "31 March 2025" for `2025-03-31`; "October to December 2026" and "Summer term 2026" for `2026-27 Q3` and `2026 summer`. */
export function submissionPeriod(period: string | null): string {
  if (period === null) return 'Unknown';
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return longDate(period);
  const [, year, quarter] = /^(\d{4})-\d{2} Q([1-4])$/.exec(period) ?? [];
  if (year) {
    // The financial year begins in April, the fourth month.
    const first = Number(year) * 12 + 3 * Number(quarter);
    return `${monthOnly.format(new Date(firstOfMonth(first)))} to ${monthName(firstOfMonth(first + 2))}`;
  }
  const [, of, term] = /^(\d{4}) ([a-z]+)$/.exec(period) ?? [];
  if (term) return `${capital(term)} term ${of}`;
  return /^\d{4}-\d{2}$/.test(period) ? monthName(`${period}-01`) : period;
}
