import type { Curve } from '../api/shapes.ts';
import { whole } from './numbers.ts';

type Cohort = Curve['cohorts'][number];

/** What a curve says of its last year that could be followed to the end: "After 30 days 6.1% had another concern, ...". */
export function curveInWords({ cohorts, again }: Pick<Curve, 'cohorts' | 'again'>): string {
  const told = cohorts.findLast(({ complete }) => complete) ?? cohorts.at(-1)!;
  const shares = told.at.flatMap(({ day, value }) =>
    value === null ? [] : [`${value.toFixed(1)}% within ${day} days`],
  );
  if (shares.length === 0) return 'Too few are followed to say.';
  const last = shares.length > 1 ? ` and ${shares.at(-1)}` : '';
  const half = told.median === null ? '' : ` Half had within ${whole(told.median)} days.`;
  return `Of those that began in ${told.cohort}, ${shares.slice(0, Math.max(1, shares.length - 1)).join(', ')}${last} had ${again}.${half}`;
}

/** The days at which a curve is read out. */
export const READ_DAYS = [30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330, 365];

/** The share of a year by a day, in percent; null beyond the last day that is drawn. */
export function shareBy({ steps }: Pick<Cohort, 'steps'>, day: number): number | null {
  const last = steps.at(-1);
  if (!last || day > last.day) return null;
  return steps.findLast((step) => step.day <= day)?.value ?? 0;
}

/** One day of all years, as the keyboard and a finger read it: "Within 90 days: 22.9% (2023-24), 23.4% (2024-25)". */
export function dayInWords(cohorts: readonly Cohort[], day: number): string {
  const shares = cohorts.flatMap((cohort) => {
    const share = shareBy(cohort, day);
    return share === null ? [] : [`${share.toFixed(1)}% (${cohort.cohort})`];
  });
  return `Within ${day} days: ${shares.join(', ') || 'too few are followed'}`;
}
