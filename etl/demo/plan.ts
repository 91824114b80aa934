import { type Month, financialYear, monthInFinancialYear } from './calendar.ts';
import { random } from './random.ts';

/** What a financial year holds. Pairs are April to August, then September to March: the yearly report compares the second part. */
interface Year {
  /** Children named on police notices, one for each notice. */
  notices: readonly [number, number];
  /** Contacts that the police made; before triage every notice was one. */
  police: readonly [number, number];
  /** Contacts from everybody else. */
  others: number;
  referrals: number;
  reReferrals: number;
  episodes: number;
  /** Distinct children with an episode in the year. */
  missingChildren: number;
}

const of = (
  ...[notices, police, others, referrals, reReferrals, episodes, missingChildren]: [
    Year['notices'],
    Year['police'],
    number,
    number,
    number,
    number,
    number,
  ]
): Year => ({ notices, police, others, referrals, reReferrals, episodes, missingChildren });

/** 2023-24 and 2024-25 are the partnership's yearly report 2024-25; their neighbours are invented. 2021-22 only leads in and is never written. */
const YEARS: Record<number, Year> = {
  2021: of([3640, 5270], [3640, 5270], 8210, 4640, 1010, 1930, 548),
  2022: of([3742, 5538], [3742, 5538], 8370, 4712, 1188, 1874, 533),
  2023: of([3905, 5368], [3905, 5368], 8460, 4798, 1226, 1810, 509),
  2024: of([3704, 5981], [3704, 2866], 8505, 3874, 812, 1588, 395),
  2025: of([4108, 6093], [2015, 2894], 8390, 3742, 741, 1521, 382),
  2026: of([4062, 6014], [1951, 2810], 8275, 3688, 699, 1467, 371),
};

/** Months from April: quiet in school holidays, loud in September, January and after. */
const SEASON = {
  notices: [0.95, 1.05, 1.02, 1.02, 0.82, 1.13, 1.04, 0.98, 0.88, 1.1, 0.99, 1.0],
  contacts: [0.92, 1.04, 1.05, 1.03, 0.72, 1.06, 1.09, 1.08, 0.88, 1.06, 0.99, 1.08],
  episodes: [0.95, 1.05, 1.07, 1.08, 1.12, 1.04, 0.98, 0.93, 0.95, 0.94, 0.92, 0.97],
  // A child's first episode of the year: in April everybody's is.
  missingChildren: [3.2, 1.9, 1.5, 1.3, 1.2, 1.0, 0.9, 0.8, 0.8, 0.7, 0.7, 0.7],
};

/** Shares a whole number out by weight so that the parts add up to it (largest remainders). */
function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, i) => ({ i, rest: value - parts[i]! }))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, left)) parts[i]!++;
  return parts;
}

export type MonthPlan = {
  notices: number;
  police: number;
  others: number;
  referrals: number;
  reReferrals: number;
  episodes: number;
  missingChildren: number;
};

/** The plan of each month of a financial year, in a city of `scale` times 60,000 children. */
function planYear(seed: number, scale: number, year: number): MonthPlan[] {
  const target = YEARS[Math.min(year, 2026)]!;
  const noisy = (name: keyof typeof SEASON, swing: number, r = random(seed, 'plan', name, year)) =>
    SEASON[name].map((weight) => weight * (1 + swing * (2 * r() - 1)));
  const whole = (n: number) => Math.round(n * scale);
  const halves = ([spring, rest]: readonly [number, number], weights: number[]) => [
    ...shareOut(whole(spring), weights.slice(0, 5)),
    ...shareOut(whole(rest), weights.slice(5)),
  ];
  const notices = halves(target.notices, noisy('notices', 0.06));
  const police = halves(target.police, notices);
  const others = shareOut(whole(target.others), noisy('contacts', 0.05));
  const referrals = shareOut(
    whole(target.referrals),
    noisy('contacts', 0.08).map((weight) => 1 + weight),
  );
  const reReferrals = shareOut(
    whole(target.reReferrals),
    noisy('notices', 0.2).map((weight, i) => weight * referrals[i]!),
  );
  const episodes = shareOut(whole(target.episodes), noisy('episodes', 0.08));
  const missingChildren = shareOut(whole(target.missingChildren), noisy('missingChildren', 0.1));
  return notices.map((_, i) => ({
    notices: notices[i]!,
    police: police[i]!,
    others: others[i]!,
    referrals: referrals[i]!,
    reReferrals: reReferrals[i]!,
    episodes: episodes[i]!,
    missingChildren: missingChildren[i]!,
  }));
}

/** The city's plan, month by month: how much of everything happens. */
export function planOf(seed: number, scale: number): (month: Month) => MonthPlan {
  const years = new Map<number, MonthPlan[]>();
  return (month) => {
    const year = financialYear(month);
    if (!years.has(year)) years.set(year, planYear(seed, scale, year));
    return years.get(year)![monthInFinancialYear(month)]!;
  };
}
