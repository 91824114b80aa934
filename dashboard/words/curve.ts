import type { Curve } from '../api/shapes.ts';

/** What a curve says of its last year that could be followed to the end: "After 30 days 6.1% had another concern, ...". */
export function curveInWords({ cohorts, again }: Pick<Curve, 'cohorts' | 'again'>): string {
  const told = cohorts.findLast(({ complete }) => complete) ?? cohorts.at(-1)!;
  const shares = told.at.flatMap(({ day, value }) =>
    value === null ? [] : [`${value.toFixed(1)}% within ${day} days`],
  );
  if (shares.length === 0) return 'Too few are followed to say.';
  const last = shares.length > 1 ? ` and ${shares.at(-1)}` : '';
  return `Of those that began in ${told.cohort}, ${shares.slice(0, Math.max(1, shares.length - 1)).join(', ')}${last} had ${again}.`;
}
