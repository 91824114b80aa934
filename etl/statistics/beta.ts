import { HALF_LOG_TWO_PI, stirlingError } from './gamma.ts';
import { crossing } from './root.ts';

/** The continued fraction of the incomplete beta function by Lentz's method (Numerical Recipes, 3rd ed., section 6.4). */
function continuedFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  const kept = (n: number) => (Math.abs(n) < tiny ? tiny : n);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1, factor = 0; Math.abs(factor - 1) > 1e-16 && m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    fraction *= d * c;
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    factor = d * c;
    fraction *= factor;
  }
  return fraction;
}

/** The logarithm of x^a·(1−x)^b by the beta function, without the difference of large logarithms that a million cases would give. */
function logFront(x: number, a: number, b: number): number {
  const near = a * Math.log(x * (1 + b / a)) + b * (Math.log1p(-x) + Math.log1p(a / b));
  const errors = stirlingError(a + b) - stirlingError(a) - stirlingError(b);
  return near + 0.5 * Math.log((a * b) / (a + b)) - HALF_LOG_TWO_PI + errors;
}

/** The probability that a beta variable is at most x: the regularised incomplete beta function. */
export function betaProbability(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logFront(x, a, b));
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(a, b, x)) / a
    : 1 - (front * continuedFraction(b, a, 1 - x)) / b;
}

/** The value below which a beta variable falls with a probability. */
export const betaQuantile = (probability: number, a: number, b: number): number =>
  crossing((x) => betaProbability(x, a, b), probability, 0, 1);
