import { logChoose } from './binomial.ts';
import { tailOf, USUAL } from './interval.ts';
import { assertPart } from './proportion.ts';
import type { Compared } from './rate-ratio.ts';
import { crossing } from './root.ts';
import { normalised, twoSided } from './two-sided.ts';

/** How many of x1 + x2 could have fallen to the first group, given the margins, and the logarithm of the ways to each number. */
function possible(x1: number, n1: number, x2: number, n2: number) {
  const all = x1 + x2;
  const [lowest, highest] = [Math.max(0, all - n2), Math.min(all, n1)];
  const ways = Array.from({ length: highest - lowest + 1 }, (_, i) => {
    const k = lowest + i;
    return logChoose(n1, k) + logChoose(n2, all - k);
  });
  return { lowest, highest, ways };
}

/** R looks for odds ratios no more closely than this; looking closer would differ from its published answers in the sixth figure. */
const AS_R_LOOKS = Number.EPSILON ** 0.25;

/** The odds ratio at which something that rises or falls with it is at a level: between 0 and 1, or as one by such a number. */
function oddsAt(f: (odds: number) => number, level: number): number {
  const even = f(1);
  if (even === level) return 1;
  const below = f(0) < level === even > level;
  return below
    ? crossing(f, level, 0, 1, AS_R_LOOKS)
    : 1 / crossing((t) => f(1 / t), level, Number.EPSILON, 1, AS_R_LOOKS);
}

/**
 * Fisher's exact test of x1 of n1 against x2 of n2: the conditional maximum likelihood estimate of the odds ratio, its exact
 * interval and two-sided probability, as R's `fisher.test` has them.
 * @throws RangeError unless each is a part of its denominator
 */
export function fisher(x1: number, n1: number, x2: number, n2: number, confidence = USUAL): Compared {
  assertPart(x1, n1);
  assertPart(x2, n2);
  const { lowest, highest, ways } = possible(x1, n1, x2, n2);
  const tail = tailOf(confidence);
  const expected = (odds: number, worth: (k: number) => number) =>
    normalised(ways.map((w, i) => w + (i === 0 ? 0 : i * Math.log(odds)))).reduce(
      (sum, chance, i) => sum + chance * worth(lowest + i),
      0,
    );
  return {
    value: x1 === lowest ? 0 : x1 === highest ? Infinity : oddsAt((o) => expected(o, (k) => k), x1),
    lower: x1 === lowest ? 0 : oddsAt((o) => expected(o, (k) => (k >= x1 ? 1 : 0)), tail),
    upper: x1 === highest ? Infinity : oddsAt((o) => expected(o, (k) => (k <= x1 ? 1 : 0)), tail),
    p: twoSided(ways, x1 - lowest),
  };
}
