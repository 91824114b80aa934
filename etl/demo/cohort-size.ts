import { type Month, financialYear, monthInFinancialYear, monthOf } from './calendar.ts';

/** The cohort is built up before the first tracker is written. */
export const COHORT_BEGINS = monthOf(2021, 6);
/** The quarter end of the first tracker. */
export const FIRST_POSITION = monthOf(2023, 3);

/**
 * The cohort at the end of each March from 2021; straight lines between. 2025 is the yearly report's.
 * `plan` and `sen` are shares of the open; `consulted` is the share consulted in the quarter.
 */
const AT_MARCH = [
  { open: 78, plan: 0.15, sen: 0.08, consulted: 0.46 },
  { open: 84, plan: 0.16, sen: 0.09, consulted: 0.45 },
  { open: 97, plan: 0.17, sen: 0.09, consulted: 0.45 },
  { open: 110, plan: 0.18, sen: 0.11, consulted: 0.44 },
  { open: 120, plan: 0.2, sen: 0.1, consulted: 0.46 },
  { open: 116, plan: 0.22, sen: 0.11, consulted: 0.58 },
  { open: 112, plan: 0.21, sen: 0.12, consulted: 0.68 },
] as const;

/** Open spells with and without SEN, how many of all are on a child protection plan, and the share consulted. */
interface Target {
  sen: number;
  others: number;
  plans: number;
  consulted: number;
}

/** The cohort wanted at the end of a quarter, in a city of `scale` times 60,000 children. */
export function targetAt(month: Month, scale: number): Target {
  const year = Math.min(financialYear(month) - 2021, AT_MARCH.length - 2);
  const [last, next] = [AT_MARCH[year]!, AT_MARCH[year + 1]!];
  const part = (monthInFinancialYear(month) + 1) / 12;
  const at = (share: keyof typeof last) => last[share] * (1 - part) + next[share] * part;
  const open = Math.round(at('open') * scale);
  const sen = Math.round(open * at('sen'));
  return { sen, others: open - sen, plans: Math.round(open * at('plan')), consulted: at('consulted') };
}
