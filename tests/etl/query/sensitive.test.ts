import { describe, expect, it } from 'vitest';
import { markOf, markOfFigure } from '../../../etl/query/sensitive.ts';

const figure = (numerator: number, denominator: number | null) => ({ numerator, denominator, value: 0 });
const marked = (...of: Parameters<typeof markOfFigure>) => markOfFigure(...of).sensitive ?? false;

describe('the mark of small numbers', () => {
  it('is on counts of 1 to 5, and on nothing else', () => {
    expect([0, 1, 5, 6].map((n) => markOf(n))).toEqual([{}, { sensitive: true }, { sensitive: true }, {}]);
    expect(markOf(100, 3)).toEqual({ sensitive: true });
    expect(markOf(null)).toEqual({});
  });

  it('is on a share of which the part, the whole or what is left over is small', () => {
    const rate = { measure: 'rate' as const };
    expect(
      [figure(3, 80), figure(3, 4), figure(77, 80), figure(20, 80), figure(0, 80)].map((f) => marked(rate, f)),
    ).toEqual([true, true, true, false, false]);
    expect(marked(rate, figure(0, 4))).toBe(true);
  });

  it('is on an average over few, whatever its sum', () => {
    expect([figure(4, 80), figure(400, 5)].map((f) => marked({ measure: 'mean' }, f))).toEqual([false, true]);
  });
});
