import type { Figure } from './figure.ts';
import type { Trend } from './trend.ts';

interface Days {
  from?: string;
  to?: string;
}

/** A trend as some days show it: points, marks and gaps are cut to them, what was judged stays. */
export function within<T extends Pick<Trend, 'gaps' | 'marks'> & { points: Pick<Figure, 'from' | 'to'>[] }>(
  trend: T,
  { from = '', to = '9999' }: Days,
): T {
  const overlaps = (f: Pick<Figure, 'from' | 'to'>) => f.to >= from && f.from <= to;
  return {
    ...trend,
    points: trend.points.filter(overlaps),
    gaps: trend.gaps.filter(overlaps),
    marks: trend.marks.filter(({ on }) => on >= from && on <= to).map((mark, i) => ({ ...mark, number: i + 1 })),
  };
}
