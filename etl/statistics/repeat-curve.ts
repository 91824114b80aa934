import type { Interval } from './interval.ts';
import { type Followed, kaplanMeier } from './kaplan-meier.ts';

/** Where fewer than this are still followed, the curve is not drawn. */
const FEWEST_AT_RISK = 10;

/** The share to whom it has happened again by so many days, in percent, with its interval and how many were followed that far. */
export interface RepeatStep extends Interval {
  day: number;
  value: number;
  at_risk: number;
}

export interface RepeatCurve {
  steps: RepeatStep[];
  /** Days until half have repeated; null is "not reached". */
  median: number | null;
}

/**
 * How soon it happens again: 1 less Kaplan and Meier's estimate, as far as ten are followed. Whoever turns 18, leaves or is followed
 * no longer counts until then.
 * @param followed times in days
 */
export function repeatCurve(followed: readonly Followed[]): RepeatCurve {
  const { steps, median } = kaplanMeier(followed);
  const drawn = steps.filter((step) => step.atRisk >= FEWEST_AT_RISK);
  const last = drawn.at(-1)?.time ?? 0;
  return {
    steps: drawn.map(({ time, atRisk, survival, lower, upper }) => ({
      day: time,
      value: 100 * (1 - survival),
      lower: 100 * (1 - (upper ?? survival)),
      upper: 100 * (1 - (lower ?? survival)),
      at_risk: atRisk,
    })),
    median: median.value !== null && median.value <= last ? median.value : null,
  };
}

/** The step that holds on a day: the last one by then. Null before the first and after the last that is drawn. */
export function onDay({ steps }: RepeatCurve, day: number): RepeatStep | null {
  const last = steps.at(-1);
  return last && day <= last.day ? (steps.findLast((step) => step.day <= day) ?? null) : null;
}
