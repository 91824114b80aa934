import { deviate, type Interval, USUAL } from './interval.ts';

/**
 * Wilson's score interval of a share of x in n, as fractions of 1: PHEindicatormethods 2.1.0 (`phe_proportion`), after
 * Wilson 1927 and Newcombe 1998. None of n and all of n end exactly at 0 and at 1.
 * @throws RangeError unless 0 <= x <= n and n > 0
 */
export function wilsonInterval(x: number, n: number, confidence = USUAL): Interval {
  assertPart(x, n);
  const z = deviate(confidence);
  const middle = 2 * x + z * z;
  const half = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  const width = 2 * (n + z * z);
  return { lower: (middle - half) / width, upper: x === n ? 1 : (middle + half) / width };
}

/**
 * The difference between two shares, x1 of n1 less x2 of n2, with Newcombe's score interval (1998, method 10): two periods or places
 * are compared so, and not by whether their intervals overlap.
 * @throws RangeError as `wilsonInterval` does
 */
export function shareDifference(x1: number, n1: number, x2: number, n2: number, confidence = USUAL) {
  const [a, b] = [wilsonInterval(x1, n1, confidence), wilsonInterval(x2, n2, confidence)];
  const [p1, p2] = [x1 / n1, x2 / n2];
  const value = p1 - p2;
  return {
    value,
    lower: value - Math.hypot(p1 - a.lower, b.upper - p2),
    upper: value + Math.hypot(a.upper - p1, p2 - b.lower),
  };
}

/** @throws RangeError unless x is a part of n */
export function assertPart(x: number, n: number): void {
  if (!(n > 0)) throw new RangeError('A denominator must be above nought.');
  if (!(x >= 0 && x <= n)) throw new RangeError('A numerator must be a part of its denominator.');
}
