import { expect, it } from 'vitest';
import { byar } from '../../../etl/statistics/count.ts';
import { funnel } from '../../../etl/statistics/funnel.ts';
import { directlyStandardised, indirectlyStandardised } from '../../../etl/statistics/standardised.ts';

it('gives one band its crude rate, with the interval of its count', () => {
  const { lower, upper } = byar(25);
  const got = directlyStandardised([{ x: 25, n: 5000, standard: 1000 }], 10_000)!;
  expect(got.value).toBeCloseTo(50, 10);
  expect(got.lower).toBeCloseTo(lower * 2, 10);
  expect(got.upper).toBeCloseTo(upper * 2, 10);
});

it('weighs bands by the standard population', () => {
  const bands = [
    { x: 10, n: 1000, standard: 3 },
    { x: 30, n: 1000, standard: 1 },
  ];
  expect(directlyStandardised(bands, 1000)!.value).toBeCloseTo((3 * 10 + 30) / 4, 10);
});

it('gives no standardised rate below ten events, and gives one at ten', () => {
  expect(directlyStandardised([{ x: 9, n: 5000, standard: 1 }], 1)).toBeNull();
  expect(directlyStandardised([{ x: 10, n: 5000, standard: 1 }], 1)).not.toBeNull();
});

it('refuses a band without people, and a reference without events', () => {
  expect(() => directlyStandardised([{ x: 0, n: 0, standard: 1 }], 1)).toThrow(RangeError);
  expect(() => indirectlyStandardised([{ x: 1, n: 10, reference: { x: 0, n: 10 } }], 100)).toThrow(RangeError);
});

it('finds a place that is like its reference to be at 100', () => {
  const like = indirectlyStandardised([{ x: 12, n: 600, reference: { x: 200, n: 10_000 } }], 100);
  expect(like).toMatchObject({ observed: 12, expected: 12, value: 100 });
  expect(like.lower < 100 && like.upper > 100).toBe(true);
});

it('judges a rate by whether its own interval leaves out the average', () => {
  // Average 20 per 1,000 of 41,000. 40 of 1,000: Byar from 28.6 (2) and 23.0 (3). 31: from 21.1 and 16.6.
  const places = [
    { x: 740, n: 38_000 },
    { x: 40, n: 1000 },
    { x: 31, n: 1000 },
    { x: 9, n: 1000 },
  ];
  const { average, points } = funnel('rate', places, 1000);
  expect(average).toBeCloseTo(20, 10);
  expect(points.map((p) => p.significance)).toEqual(['Not significant', 'High (0.001)', 'High (0.025)', 'Low (0.025)']);
  expect(points[1]!.two.lower).toBeCloseTo(28.57, 1);
  expect(funnel('rate', [...places, { x: 3, n: 1000 }], 1000).points.at(-1)!.significance).toBe('Low (0.001)');
});

it('judges a share by the limits round the average', () => {
  // Average a half: at 100 the limits are 40.2 and 59.8, and 34.5 and 65.5.
  const shares = [50, 59, 60, 66, 41, 40, 34].map((x) => ({ x, n: 100 }));
  const { points } = funnel('proportion', [...shares, { x: 5000, n: 10_000 }], 100);
  expect(points.map((p) => p.significance)).toEqual([
    'Not significant',
    'Not significant',
    'High (0.025)',
    'High (0.001)',
    'Not significant',
    'Low (0.025)',
    'Low (0.001)',
    'Not significant',
  ]);
});

it('draws a funnel of shares wider for small places, beyond 0 and 100', () => {
  const { points } = funnel(
    'proportion',
    [
      { x: 90, n: 100 },
      { x: 8, n: 8 },
    ],
    100,
  );
  const [large, small] = points.map(({ two }) => two.upper - two.lower);
  expect(small! / large!).toBeCloseTo(Math.sqrt(100 / 8), 10);
  expect(points[1]!.three.upper).toBeGreaterThan(100);
  expect(() => funnel('proportion', [{ x: 9, n: 8 }], 100)).toThrow(RangeError);
  expect(() => funnel('rate', [{ x: 9, n: 0 }], 100)).toThrow(RangeError);
});
