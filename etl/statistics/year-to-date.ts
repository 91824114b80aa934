import { addDays, addMonths } from '../periods.ts';
import type { Interval } from './interval.ts';
import { shareDifference } from './proportion.ts';
import { rateRatio } from './rate-ratio.ts';

export interface Days {
  from: string;
  to: string;
}

const isMonthEnd = (day: string) => addDays(day, 1).endsWith('-01');
const lastOf = (month: string) => addDays(addMonths(`${month.slice(0, 7)}-01`, 1), -1);

/**
 * The financial year up to a day, and the same days of the year before: whole months stand against whole months, so that to the end
 * of February is to the 29th of a leap year, and 29 February stands against the 28th.
 */
export function yearToDate(to: string): { now: Days; before: Days } {
  const year = Number(to.slice(0, 4)) - (to.slice(5) < '04-01' ? 1 : 0);
  const yearAgo = addMonths(to, -12);
  return {
    now: { from: `${year}-04-01`, to },
    before: { from: `${year - 1}-04-01`, to: isMonthEnd(to) ? lastOf(yearAgo) : yearAgo },
  };
}

const lengthOf = ({ from, to }: Days) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** What was counted over some days: of shares the sums of all months, never the mean of monthly shares. */
export interface Total extends Days {
  numerator: number;
  denominator: number | null;
}

/** How a figure moved: shares by percentage points, counts by how many times as often a day. */
export interface Moved extends Interval {
  kind: 'points' | 'times';
  value: number;
  /** Whether the interval of the difference leaves out "no difference". */
  differs: boolean;
}

/**
 * Compares the year to date with the same days of the year before: shares by Newcombe's score interval of their difference, counts by
 * the conditional exact test over days elapsed. Different children cannot be added over months: count each stretch as a whole.
 * @returns null where a share has nothing to divide by, or nothing was counted in either
 */
export function againstLastYear(now: Total, before: Total): Moved | null {
  if (now.denominator !== null && before.denominator !== null) {
    if (now.denominator === 0 || before.denominator === 0) return null;
    const d = shareDifference(now.numerator, now.denominator, before.numerator, before.denominator);
    const points = { value: d.value * 100, lower: d.lower * 100, upper: d.upper * 100 };
    return { kind: 'points', ...points, differs: d.lower > 0 || d.upper < 0 };
  }
  if (now.numerator + before.numerator === 0) return null;
  const { value, lower, upper } = rateRatio(now.numerator, lengthOf(now), before.numerator, lengthOf(before));
  return { kind: 'times', value, lower, upper, differs: lower > 1 || upper < 1 };
}
