import { deviate, USUAL } from './interval.ts';

/** How long someone was followed, and whether what was waited for happened at the end of it; otherwise they were then lost from sight. */
export interface Followed {
  time: number;
  event: boolean;
}

export interface SurvivalStep {
  time: number;
  atRisk: number;
  events: number;
  censored: number;
  /** The share to whom it has not happened by then; the share of repeats is 1 less it. */
  survival: number;
  /** Null where survival is 0 or 1. */
  lower: number | null;
  upper: number | null;
}

export interface Survival {
  steps: SurvivalStep[];
  /** Null where fewer than half have it in the time followed: "not reached". */
  median: { value: number | null; lower: number | null; upper: number | null };
}

/**
 * Kaplan and Meier's estimate (1958) of the time until something happens, with the log-log interval, as R's `survival` has it.
 * Whoever leaves on the day of an event was still at risk of it.
 * @throws RangeError for a time below nought
 */
export function kaplanMeier(followed: readonly Followed[], confidence = USUAL): Survival {
  if (followed.some(({ time }) => !(time >= 0))) throw new RangeError('A time must not be below nought.');
  const z = deviate(confidence);
  const times = [...new Set(followed.map((f) => f.time))].sort((a, b) => a - b);
  let [survival, variance] = [1, 0];
  const steps = times.map((time): SurvivalStep => {
    const atRisk = followed.filter((f) => f.time >= time).length;
    const now = followed.filter((f) => f.time === time);
    const events = now.filter((f) => f.event).length;
    survival = events === atRisk ? 0 : survival * (1 - events / atRisk);
    variance += events / (atRisk * (atRisk - events));
    return { time, atRisk, events, censored: now.length - events, survival, ...logLog(survival, variance, z) };
  });
  return { steps, median: medianOf(steps) };
}

/** Greenwood's variance on the scale of log(−log S), so that the interval stays between 0 and 1. */
function logLog(survival: number, variance: number, z: number) {
  if (survival === 0 || survival === 1) return { lower: null, upper: null };
  const log = Math.log(survival);
  const spread = Math.exp((z * Math.sqrt(variance)) / Math.abs(log));
  return { lower: survival ** spread, upper: survival ** (1 / spread) };
}

function medianOf(steps: readonly SurvivalStep[]): Survival['median'] {
  const half = (of: (step: SurvivalStep) => number | null) => reached(steps, of);
  return { value: half((s) => s.survival), lower: half((s) => s.lower), upper: half((s) => s.upper) };
}

/** When a curve falls to a half; where it stays at exactly a half until a later step, midway between the two. */
function reached(steps: readonly SurvivalStep[], of: (step: SurvivalStep) => number | null): number | null {
  const rounding = 1e-8;
  const at = steps.findIndex((step) => (of(step) ?? 1) <= 0.5 + rounding);
  if (at < 0) return null;
  const level = of(steps[at]!)!;
  if (level < 0.5 - rounding) return steps[at]!.time;
  const next = steps.slice(at).find((step) => (of(step) ?? 1) < level - rounding);
  return (steps[at]!.time + (next ?? steps[at]!).time) / 2;
}
