import { expect, it } from 'vitest';
import { trimmed, whyNever, whyNotThese } from '../../../etl/statistics/drawing.ts';

const asked = { nature: 'flow', chart: 'xmr', grain: 'month' } as const;

it('never has limits for what periods share', () => {
  expect(whyNever(asked)).toBeNull();
  expect(whyNever({ ...asked, grain: 'quarter' })).toBeNull();
  expect(whyNever({ ...asked, grain: 'rolling12' })).toBe('rolling');
  expect(whyNever({ ...asked, grain: 'all' })).toBe('too few');
  for (const nature of ['stock', 'rolling', 'rare', 'year-to-date'] as const)
    expect(whyNever({ ...asked, nature })).toBe(nature);
  for (const chart of ['run', 'none', 'g', 't']) expect(whyNever({ ...asked, chart })).toBe('other chart');
});

const group = (points: number, lower: number | null = 1, upper: number | null = 9) => ({ points, lower, upper });
const counts = (points: number, numerator: number, denominator: number | null = null) =>
  Array.from({ length: points }, () => ({ numerator, denominator }));

it('has limits from 13 points', () => {
  expect(whyNotThese(group(12), counts(12, 50))).toBe('too few');
  expect(whyNotThese(group(13), counts(13, 50))).toBeNull();
});

it('has none where nothing varies or screening left no spread', () => {
  expect(whyNotThese(group(20, null, null), counts(20, 50))).toBe('constant');
  expect(whyNotThese(group(20, 5, 5), counts(20, 50))).toBe('collapsed');
});

it('has none where counts average under 5, or either side of a share does', () => {
  expect(whyNotThese(group(20), counts(20, 4.9))).toBe('rare');
  expect(whyNotThese(group(20), counts(20, 5))).toBeNull();
  expect(whyNotThese(group(20), counts(20, 4, 100))).toBe('rare');
  expect(whyNotThese(group(20), counts(20, 96, 100))).toBe('rare');
  expect(whyNotThese(group(20), counts(20, 50, 100))).toBeNull();
  expect(whyNotThese(group(20), null)).toBeNull();
});

it('draws no limit where no value can be', () => {
  expect(trimmed({ lower: -2, upper: 112 }, 'percent')).toEqual({ lower: 0, upper: 100, trimmed_at: [0, 100] });
  expect(trimmed({ lower: -2, upper: 112 }, 'episodes')).toEqual({ lower: 0, upper: 112, trimmed_at: [0] });
  expect(trimmed({ lower: 2, upper: 12 }, 'percent')).toEqual({ lower: 2, upper: 12, trimmed_at: [] });
});
