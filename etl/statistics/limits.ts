import { total } from './exact.ts';

/** The mean and the limits of a process, as whole numbers: a value of u units compares with them as u × `scale`. */
export interface Limits {
  scale: bigint;
  mean: bigint;
  /** Null where no moving range is left to estimate the spread from. */
  natural: { lower: bigint; upper: bigint; nearLower: bigint; nearUpper: bigint } | null;
}

const movingRanges = (units: readonly bigint[]) =>
  units.slice(1).map((unit, i) => (unit > units[i]! ? unit - units[i]! : units[i]! - unit));

/** Keeps the moving ranges below 3.267 times their average, once and never again. */
function screened(ranges: readonly bigint[]): bigint[] {
  const sum = total(ranges);
  return ranges.filter((range) => range * 1000n * BigInt(ranges.length) < 3267n * sum);
}

/**
 * Natural process limits of an XmR chart: mean ± 2.66 × average moving range, and the near limits two thirds of the way to them.
 * As NHSRplotthedots 0.2.2 does (`ptd_spc_standard`); 2.66 is the rounded constant of NHS England's Making Data Count. Screening
 * leaves outlying moving ranges out of the average, and their points in the mean.
 * @param base the values to judge by, in order of date, in common units
 */
export function limitsOf(base: readonly bigint[], screenOutliers: boolean): Limits {
  const n = BigInt(base.length);
  const all = movingRanges(base);
  const kept = screenOutliers ? screened(all) : all;
  if (kept.length === 0) return { scale: n, mean: total(base), natural: null };
  // With 150·n·m to the unit, the mean, 2.66 = 399/150 and two thirds of it are whole numbers.
  const m = BigInt(kept.length);
  const [mean, range] = [150n * m * total(base), n * total(kept)];
  const natural = {
    lower: mean - 399n * range,
    upper: mean + 399n * range,
    nearLower: mean - 266n * range,
    nearUpper: mean + 266n * range,
  };
  return { scale: 150n * n * m, mean, natural };
}
