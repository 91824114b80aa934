import { gammaQuantile } from './gamma.ts';
import { deviate, type Interval, tailOf, times, USUAL } from './interval.ts';

/** From this count on Byar's approximation stands for the exact interval. */
const BYAR_FROM = 10;

/**
 * The interval of a count of independent events: exact (Poisson, by chi-squared quantiles) below 10 and Byar's approximation from
 * 10, as PHEindicatormethods 2.1.0 (`phe_rate`) and OHID's technical guidance have it.
 * @throws RangeError for a count below nought
 */
export function countInterval(x: number, confidence = USUAL): Interval {
  if (!(x >= 0)) throw new RangeError('A count must not be below nought.');
  return x < BYAR_FROM ? exact(x, confidence) : byar(x, confidence);
}

function exact(x: number, confidence: number): Interval {
  const tail = tailOf(confidence);
  return { lower: x === 0 ? 0 : gammaQuantile(tail, x), upper: gammaQuantile(1 - tail, x + 1) };
}

/** Byar's approximation to the interval of a count (Breslow and Day 1987). */
export function byar(x: number, confidence = USUAL): Interval {
  const z = deviate(confidence);
  return {
    lower: x * (1 - 1 / (9 * x) - z / (3 * Math.sqrt(x))) ** 3,
    upper: (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * Math.sqrt(x + 1))) ** 3,
  };
}

/**
 * A crude rate of x events in n, per so many, with its interval.
 * @throws RangeError unless n > 0 and x >= 0
 */
export function rate(x: number, n: number, per: number, confidence = USUAL) {
  if (!(n > 0)) throw new RangeError('A denominator must be above nought.');
  return { value: (x / n) * per, ...times(countInterval(x, confidence), per / n) };
}
