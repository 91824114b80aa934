import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ratio } from '../../../etl/statistics/exact.ts';
import { xmr } from '../../../etl/statistics/xmr.ts';
import { isNear } from './oracle.ts';
import { dateOf, months, steady } from './series.ts';

const NEITHER = { better: 'neither' } as const;
const causes = (values: readonly (number | null)[], options = {}) =>
  xmr(months(values), { ...NEITHER, ...options }).points.map((p) => p.cause);

it('has limits at 2.66 average moving ranges, worked by hand', () => {
  // Moving ranges 2, 4, 2, 4: average 3. Mean 10.4.
  const [group] = xmr(months([10, 12, 8, 10, 14 - 2]), NEITHER).groups;
  expect(group).toMatchObject({ points: 5, mean: 10.4 });
  // 2, 4, 2, 2: average 2.5.
  expect(group!.upper).toBeCloseTo(10.4 + 2.66 * 2.5, 12);
  expect(group!.lower).toBeCloseTo(10.4 - 2.66 * 2.5, 12);
});

it('leaves a moving range of 3.267 averages out, and one just below in', () => {
  const at = (spike: number, screenOutliers: boolean) =>
    xmr(months([0, 1, 0, 1, 0, 1, 0, 1, spike]), { ...NEITHER, screenOutliers }).groups[0]!;
  // Seven ranges of 1 and one of r: left out when 8r >= 3.267(7 + r), from r = 4.8319...
  expect(at(1 + 4.83, true)).toEqual(at(1 + 4.83, false));
  expect(at(1 + 4.84, true).upper! - at(1 + 4.84, true).mean).toBeCloseTo(2.66, 12);
  expect(at(1 + 4.84, false).upper! - at(1 + 4.84, false).mean).toBeGreaterThan(3.5);
});

it('finds no run where every value is the mean, though twelve times 0.1 is not 1.2', () => {
  const { points } = xmr(months([...Array<number>(12).fill(0.1)]), NEITHER);
  expect(points.map((p) => p.side)).toEqual(Array(12).fill(0));
});

it('compares shares by what they were made from', () => {
  const thirds = (x: number, n: number, i: number) => ({ date: dateOf(i), value: ratio(x, n, 100) });
  const { points } = xmr(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n, i) => thirds(n, 3 * n, i)),
    NEITHER,
  );
  expect(points.map((p) => p.side)).toEqual(Array(9).fill(0));
});

it('takes a point on a limit to be inside', () => {
  // Mean 1000, limits 734 and 1266 with ranges of 100 on average.
  const { assurance } = xmr(months([950, 1050, 950, 1050, 950, 1050]), { better: 'higher', target: 1266 });
  expect(assurance).toBe('inconsistent');
  const over = xmr(months([950, 1050, 950, 1050, 950, 1050]), { better: 'higher', target: 1266.000001 });
  expect(over.assurance).toBe('consistent_fail');
});

it('names 7 points that rise, not 6, and no tie', () => {
  const rise = (n: number) => Array.from({ length: n }, (_, i) => 7 + i);
  expect(causes([9, 11, 9, ...rise(6), 10, 9, 11])).not.toContain('7 Point Trend (Increasing)');
  const seven = causes([9, 11, 9, ...rise(7), 10, 9, 11]);
  expect(seven.filter((c) => c === '7 Point Trend (Increasing)')).toHaveLength(7);
  expect(causes([9, 11, 9, 7, 8, 9, 10, 10, 11, 12, 13, 9])).not.toContain('7 Point Trend (Increasing)');
});

it('does not take six for seven at the end', () => {
  expect(causes([9, 11, 9, 11, 9, 11, 7, 8, 9, 10, 11, 12])).not.toContain('7 Point Trend (Increasing)');
  expect(causes([9, 11, 9, 11, 9, 11, 6, 7, 8, 9, 10, 11, 12])).toContain('7 Point Trend (Increasing)');
  const above = (n: number) => causes([4, 16, 4, 16, 4, 16, 4, 16, 4, 2, ...Array(n).fill(11)]);
  expect(above(6)).not.toContain('7 Points Above CL');
  expect(above(7)).toContain('7 Points Above CL');
});

it('keeps a trend that ends on a level', () => {
  const level = causes([9, 11, 9, 4, 5, 6, 7, 8, 9, 10, 10, 10, 10, 10, 10, 10]);
  expect(level.slice(6, 10)).toEqual(Array(4).fill('7 Point Trend (Increasing)'));
});

// Judged by the first 14: mean 10, ranges of 2, limits 4.68 and 15.32, near limits 6.4533... and 13.5466...
const after = (...values: number[]) =>
  causes([...Array.from({ length: 14 }, (_, i) => (i % 2 ? 11 : 9)), ...values], { fixAfter: 14 }).slice(14);

it('takes a point exactly on a limit to be inside it', () => {
  expect(after(15.32, 9, 4.68)).toEqual(Array(3).fill('Common Cause'));
  expect(after(15.3200001, 9, 4.6799999)).toEqual(['Above UCL', 'Common Cause', 'Below LCL']);
});

it('flags of two in three close to a limit those that are close, on one side of the mean', () => {
  const [no, close] = ['Common Cause', '2 in 3 Above CL'];
  expect(after(13.55, 13.55, 11, 9)).toEqual([close, close, no, no]);
  expect(after(13.54, 13.54, 11, 9)).toEqual([no, no, no, no]);
  expect(after(14, 14, 11, 9)).toEqual([close, close, no, no]);
  expect(after(14, 11, 14, 9)).toEqual([close, no, close, no]);
  expect(after(14, 9, 14, 9)).toEqual([no, no, no, no]);
  expect(after(14, 11, 11, 14)).toEqual([no, no, no, no]);
  expect(after(14, 16, 14, 9)).toEqual([close, 'Above UCL', close, no]);
  expect(after(16, 16, 14, 9)).toEqual(['Above UCL', 'Above UCL', no, no]);
  expect(after(6, 6, 9, 11)).toEqual(['2 in 3 Below CL', '2 in 3 Below CL', no, no]);
  expect(after(6, 14, 9, 14)).toEqual([no, no, no, no]);
});

it('keeps the last rising point in its trend when a fall begins after a tie', () => {
  const found = causes([10, 14, 10, 14, 4, 5, 6, 7, 8, 9, 10, 10, 9, 8, 7, 6, 5, 4, 14, 10]);
  expect(found.slice(5, 11)).toEqual(Array(6).fill('7 Point Trend (Increasing)'));
  expect(found.slice(11, 17)).toEqual(Array(6).fill('7 Point Trend (Decreasing)'));
});

it('neither joins rules nor moving ranges over a rebase', () => {
  fc.assert(
    fc.property(series(2, 20), series(1, 20), (before, after) => {
      const joined = xmr(months([...before, ...after]), { ...NEITHER, rebases: [dateOf(before.length)] });
      const [one, two] = [before, after].map((values) => xmr(months(values), NEITHER));
      expect(joined.points.map((p) => p.cause)).toEqual([...one!.points, ...two!.points].map((p) => p.cause));
      expect(joined.groups.map((g) => [g.mean, g.lower, g.upper])).toEqual(
        [...one!.groups, ...two!.groups].map((g) => [g.mean, g.lower, g.upper]),
      );
    }),
  );
});

it('says the same whatever the unit and the zero', () => {
  const change = fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -1000, max: 1000 }));
  fc.assert(
    fc.property(series(1, 40), change, (values, [times, plus]) => {
      const moved = values.map((v) => (v * times + plus) / 8);
      expect(causes(moved)).toEqual(causes(values));
    }),
  );
});

it('says of a mirrored series the mirrored thing', () => {
  const mirrored = (cause: string) =>
    cause.replace(/Above UCL|Below LCL|Increasing|Decreasing|Above|Below/, (word) => MIRROR[word]!);
  fc.assert(
    fc.property(series(1, 40), (values) => {
      expect(causes(values.map((v) => -v))).toEqual(causes(values).map(mirrored));
    }),
  );
});
const MIRROR: Record<string, string> = {
  'Above UCL': 'Below LCL',
  'Below LCL': 'Above UCL',
  Increasing: 'Decreasing',
  Decreasing: 'Increasing',
  Above: 'Below',
  Below: 'Above',
};

it('does not care in which order points come', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(months(steady(20)), { minLength: 20 }), (shuffled) => {
      expect(xmr(shuffled, NEITHER)).toEqual(xmr(months(steady(20)), NEITHER));
    }),
  );
});

it('agrees with floating point where nothing lies on a limit', () => {
  fc.assert(
    fc.property(series(2, 40), (values) => {
      const [{ mean, lower, upper } = { mean: 0, lower: 0, upper: 0 }] = xmr(months(values), {
        ...NEITHER,
        screenOutliers: false,
      }).groups;
      const average = values.reduce((a, b) => a + b, 0) / values.length;
      const range = values.slice(1).reduce((s, v, i) => s + Math.abs(v - values[i]!), 0) / (values.length - 1);
      expect(mean).toSatisfy((m) => isNear(m, average));
      expect(upper! - lower!).toBeCloseTo(5.32 * range, 6);
    }),
  );
});

it('leaves blank values out and names nothing on them', () => {
  const gapped = xmr(months([1, null, 2, null, null, 3]), NEITHER);
  expect(gapped.points.map((p) => p.date)).toEqual([dateOf(0), dateOf(2), dateOf(5)]);
  expect(gapped.groups[0]).toMatchObject({ points: 3, mean: 2 });
});

it.each([
  ['higher', 99, 'improvement_high'],
  ['higher', 1, 'concern_low'],
  ['lower', 99, 'concern_high'],
  ['lower', 1, 'improvement_low'],
  ['neither', 99, 'neutral_high'],
  ['neither', 1, 'neutral_low'],
  ['neither', 50, 'common_cause'],
] as const)('where %s is better names a last point of %d %s', (better, last, variation) => {
  expect(xmr(months([...steady(18), last]), { better }).variation).toBe(variation);
});

it('refuses a date that comes twice, a rebase at no point, and limits fixed on fewer than 12', () => {
  const twice = [...months([1, 2]), { date: dateOf(1), value: 3 }];
  expect(() => xmr(twice, NEITHER)).toThrow(RangeError);
  expect(() => xmr(months([1, 2]), { ...NEITHER, rebases: ['2022-05-02'] })).toThrow(RangeError);
  expect(() => xmr(months(steady(30)), { ...NEITHER, fixAfter: 11 })).toThrow(RangeError);
});

it('judges later points by the first twelve where limits are fixed on them', () => {
  const values = [...steady(12), ...steady(12, 90)];
  expect(xmr(months(values), { ...NEITHER, fixAfter: 12 }).groups[0]).toMatchObject({ points: 24, mean: 50 });
});

it('has no limits where nothing varies, and says nothing of no points', () => {
  expect(xmr(months([7, 7, 7]), NEITHER).groups[0]).toMatchObject({ mean: 7, lower: null, upper: null });
  expect(xmr([], NEITHER)).toEqual({ points: [], groups: [], variation: null, assurance: null });
});

function series(minLength: number, maxLength: number) {
  return fc.array(fc.integer({ min: 0, max: 30 }), { minLength, maxLength });
}
