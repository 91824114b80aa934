import { type Month, financialYear, monthInFinancialYear, monthOf } from './calendar.ts';

/** The cohort is built up before the first tracker is written. */
export const COHORT_BEGINS = monthOf(2021, 6);
/** The quarter end of the first tracker and the first list of child protection plans. */
export const FIRST_POSITION = monthOf(2023, 3);

/** Open cohort, share with a child protection plan and with SEN at the end of each March from 2021; straight lines between. 2025 is the yearly report's. */
const AT_MARCH: readonly (readonly [open: number, plan: number, sen: number])[] = [
  [78, 0.15, 0.08], [84, 0.16, 0.09], [97, 0.17, 0.09], [110, 0.18, 0.11], [120, 0.2, 0.1], [116, 0.22, 0.11], [112, 0.21, 0.12], [112, 0.21, 0.12],
]; // prettier-ignore

/** Open spells with and without SEN, and how many of all are on a child protection plan. */
interface Target {
  sen: number;
  others: number;
  plans: number;
}

export function targetAt(month: Month, scale: number): Target {
  const year = Math.min(financialYear(month) - 2021, AT_MARCH.length - 2);
  const part = year < 0 ? 0 : (monthInFinancialYear(month) + 1) / 12;
  const line = (i: 0 | 1 | 2) =>
    AT_MARCH[Math.max(year, 0)]![i] * (1 - part) + AT_MARCH[Math.max(year, 0) + 1]![i] * part;
  const open = Math.round(line(0) * scale);
  const sen = Math.round(open * line(2));
  return { sen, others: open - sen, plans: Math.round(open * line(1)) };
}
