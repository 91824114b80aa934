import { binomialTest, clopperPearson } from './binomial.ts';
import { type Interval, USUAL } from './interval.ts';

/** A value with its interval, and the probability of a difference as large where there is none. */
export interface Compared extends Interval {
  value: number;
  p: number;
}

/**
 * How many times as often events happened in one time as in another: x1 events in time t1 against x2 in t2, by the conditional exact
 * test (R's `poisson.test`). For two counts over different numbers of days.
 * @throws RangeError unless times are above nought and counts whole and not below it
 */
export function rateRatio(x1: number, t1: number, x2: number, t2: number, confidence = USUAL): Compared {
  if (!(t1 > 0 && t2 > 0)) throw new RangeError('A time must be above nought.');
  const odds = (share: number) => (share === 1 ? Infinity : ((share / (1 - share)) * t2) / t1);
  if (x1 + x2 === 0) return { value: Number.NaN, lower: 0, upper: Infinity, p: 1 };
  const share = clopperPearson(x1, x1 + x2, confidence);
  return {
    value: x2 === 0 ? Infinity : x1 / t1 / (x2 / t2),
    lower: odds(share.lower),
    upper: odds(share.upper),
    p: binomialTest(x1, x1 + x2, t1 / (t1 + t2)),
  };
}
