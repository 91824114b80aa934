import fc from 'fast-check';
import { expect, it } from 'vitest';
import { betaProbability, betaQuantile } from '../../../etl/statistics/beta.ts';
import { binomialTest, clopperPearson } from '../../../etl/statistics/binomial.ts';
import { byar, countInterval, rate } from '../../../etl/statistics/count.ts';
import { fisher } from '../../../etl/statistics/fisher.ts';
import { gammaProbability, gammaQuantile, logGamma } from '../../../etl/statistics/gamma.ts';
import { deviate } from '../../../etl/statistics/interval.ts';
import { shareDifference, wilsonInterval } from '../../../etl/statistics/proportion.ts';
import { rateRatio } from '../../../etl/statistics/rate-ratio.ts';
import { isNear } from './oracle.ts';

const part = fc
  .tuple(fc.nat(400), fc.nat(400))
  .filter(([a, b]) => a + b > 0)
  .map(([a, b]) => ({ x: a, n: a + b }));

const nearly = (want: number) => (got: unknown) => isNear(got, want);

it('knows the deviates that everybody knows', () => {
  expect(deviate(0.95)).toSatisfy(nearly(1.959963984540054));
  expect(deviate(0.998)).toSatisfy(nearly(3.090232306167813));
  expect(deviate(0.99)).toSatisfy(nearly(2.5758293035489004));
  expect(() => deviate(1)).toThrow(RangeError);
  expect(() => deviate(0)).toThrow(RangeError);
});

it('knows the logarithms of factorials and of the half', () => {
  let log = 0;
  for (let n = 1; n < 170; n++) {
    log += Math.log(n);
    expect(logGamma(n + 1)).toBeCloseTo(log, 11);
  }
  expect(logGamma(0.5)).toSatisfy(nearly(Math.log(Math.PI) / 2));
});

it('solves quantiles that have a closed form', () => {
  for (const p of [0.001, 0.025, 0.5, 0.975, 0.999]) {
    expect(gammaQuantile(p, 1)).toSatisfy(nearly(-Math.log1p(-p)));
    for (const n of [1, 2, 10, 1000, 1_000_000]) {
      expect(betaQuantile(p, 1, n)).toSatisfy(nearly(-Math.expm1(Math.log1p(-p) / n)));
      expect(betaQuantile(p, n, 1)).toSatisfy(nearly(p ** (1 / n)));
    }
  }
});

it('turns quantiles back into probabilities', () => {
  const shape = fc.double({ min: 0.5, max: 300, noNaN: true });
  const p = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(shape, shape, p, (a, b, probability) => {
      expect(gammaProbability(a, gammaQuantile(probability, a))).toSatisfy(nearly(probability));
      expect(betaProbability(betaQuantile(probability, a, b), a, b)).toSatisfy(nearly(probability));
    }),
  );
  expect([betaProbability(0, 2, 3), betaProbability(1, 2, 3), gammaProbability(2, 0)]).toEqual([0, 1, 0]);
});

it('holds the share between ends within 0 and 1, exact where all or none are counted', () => {
  fc.assert(
    fc.property(part, ({ x, n }) => {
      for (const { lower, upper } of [
        wilsonInterval(x, n),
        wilsonInterval(x, n, 0.9),
        wilsonInterval(x, n, 0.998),
        clopperPearson(x, n),
      ]) {
        expect(lower >= 0 && lower <= x / n && x / n <= upper && upper <= 1).toBe(true);
        if (x === 0) expect(lower).toBe(0);
        if (x === n) expect(upper).toBe(1);
      }
    }),
  );
});

it('mirrors a share and its complement', () => {
  fc.assert(
    fc.property(part, ({ x, n }) => {
      const [a, b] = [wilsonInterval(x, n), wilsonInterval(n - x, n)];
      expect(a.lower).toBeCloseTo(1 - b.upper, 12);
      const [c, d] = [clopperPearson(x, n), clopperPearson(n - x, n)];
      expect(c.lower).toBeCloseTo(1 - d.upper, 12);
    }),
  );
});

it('leaves a fortieth of the exact tail on each side', () => {
  const atLeast = (x: number, n: number, p: number) => {
    let [term, sum] = [(1 - p) ** n, 0];
    for (let k = 0; k <= n; k++) {
      if (k >= x) sum += term;
      term *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
    return sum;
  };
  for (const [x, n] of [
    [1, 5],
    [3, 20],
    [17, 20],
    [60, 200],
  ] as const) {
    const { lower, upper } = clopperPearson(x, n);
    expect(atLeast(x, n, lower)).toBeCloseTo(0.025, 10);
    expect(1 - atLeast(x + 1, n, upper)).toBeCloseTo(0.025, 10);
  }
});

it('is exact for counts below 10 and Byar from 10', () => {
  expect(countInterval(10)).toEqual(byar(10));
  expect(countInterval(9.99)).not.toEqual(byar(9.99));
  expect(countInterval(0)).toEqual({ lower: 0, upper: expect.closeTo(3.6888794541139363, 12) });
  // Either is within 2% of the other where they meet.
  const exactTen = { lower: gammaQuantile(0.025, 10), upper: gammaQuantile(0.975, 11) };
  expect(Math.abs(byar(10).lower / exactTen.lower - 1)).toBeLessThan(0.02);
  expect(Math.abs(byar(10).upper / exactTen.upper - 1)).toBeLessThan(0.02);
});

it('compares two shares as Newcombe published them', () => {
  const { value, lower, upper } = shareDifference(56, 70, 48, 80);
  expect([value, lower, upper].map((n) => n.toFixed(4))).toEqual(['0.2000', '0.0524', '0.3339']);
});

it('tastes tea as Fisher did', () => {
  const { value, lower, upper, p } = fisher(3, 4, 1, 4);
  expect(p).toSatisfy(nearly(34 / 70));
  expect([value, lower, upper].map((n) => n.toPrecision(4))).toEqual(['6.408', '0.2117', '621.9']);
  expect(fisher(1, 4, 3, 4)).toMatchObject({ p: expect.closeTo(34 / 70, 12) });
});

it('tests a share against a half by its binomial tails', () => {
  expect(binomialTest(0, 5, 0.5)).toSatisfy(nearly(2 / 32));
  expect(binomialTest(1, 5, 0.5)).toSatisfy(nearly(12 / 32));
  fc.assert(
    fc.property(part, ({ x, n }) => {
      const p = binomialTest(x, n, 0.5);
      expect(p).toBeCloseTo(binomialTest(n - x, n, 0.5), 9);
      expect(p > 0 && p <= 1).toBe(true);
    }),
  );
});

it('compares two counts over the times they took', () => {
  const none = rateRatio(10, 365, 10, 365);
  expect(none).toMatchObject({ value: 1, p: 1 });
  expect(none.lower * none.upper).toBeCloseTo(1, 9);
  const twice = rateRatio(20, 100, 10, 100);
  const turned = rateRatio(10, 100, 20, 100);
  expect(twice.lower * turned.upper).toBeCloseTo(1, 9);
  expect(rateRatio(10, 200, 10, 100).value).toBe(0.5);
  expect(rateRatio(0, 10, 0, 10)).toMatchObject({ lower: 0, upper: Infinity, p: 1 });
  expect(() => rateRatio(1, 0, 1, 1)).toThrow(RangeError);
});

it('refuses what is no part, and what has nothing to divide by', () => {
  expect(() => wilsonInterval(0, 0)).toThrow(RangeError);
  expect(() => wilsonInterval(6, 5)).toThrow(RangeError);
  expect(() => wilsonInterval(-1, 5)).toThrow(RangeError);
  expect(() => rate(1, 0, 100)).toThrow(RangeError);
  expect(() => countInterval(-1)).toThrow(RangeError);
  expect(() => wilsonInterval(1, 2, 95)).toThrow(RangeError);
});
