import { betaQuantile } from './beta.ts';
import { logGamma } from './gamma.ts';
import { type Interval, tailOf, USUAL } from './interval.ts';
import { assertPart } from './proportion.ts';
import { twoSided } from './two-sided.ts';

/**
 * The exact interval of a share of x in n (Clopper and Pearson 1934), as fractions of 1. Wilson's is the one for charts: this one is
 * wider than it says.
 * @throws RangeError unless 0 <= x <= n and n > 0
 */
export function clopperPearson(x: number, n: number, confidence = USUAL): Interval {
  assertPart(x, n);
  const tail = tailOf(confidence);
  return {
    lower: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    upper: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}

/** The two-sided exact probability of x of n, or of anything as unlikely, where each happens with probability p (R's `binom.test`). */
export function binomialTest(x: number, n: number, p: number): number {
  assertPart(x, n);
  return twoSided(
    Array.from({ length: n + 1 }, (_, k) => logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p)),
    x,
  );
}

/** The logarithm of the number of ways to choose k of n. */
export const logChoose = (n: number, k: number): number =>
  k === 0 || k === n ? 0 : logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
