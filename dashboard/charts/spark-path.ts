import { largest, type Point } from './points.ts';

const PADDING = 5;

/** The lines of a sparkline: every value, the final ones alone, and where the last stands. The scale begins at 0. */
export function sparkPath(points: readonly Point[], width: number, height: number) {
  const [first, last] = [points[0]?.x.getTime() ?? 0, points.at(-1)?.x.getTime() ?? 0];
  const top = largest([points]);
  const left = (p: Point) => PADDING + ((width - 2 * PADDING) * (p.x.getTime() - first)) / (last - first || 1);
  const up = (p: Point) => height - PADDING - ((height - 2 * PADDING) * p.y) / top;
  const line = (drawn: (p: Point) => boolean) => {
    let pen = 'M';
    return points
      .map((p) => {
        const move = drawn(p) ? `${pen}${left(p).toFixed(1)} ${up(p).toFixed(1)}` : '';
        pen = drawn(p) ? 'L' : 'M';
        return move;
      })
      .join('');
  };
  const end = points.findLast((p) => !Number.isNaN(p.y));
  return {
    all: line((p) => !Number.isNaN(p.y)),
    final: line((p) => !Number.isNaN(p.y) && !p.hollow),
    end: end && { left: left(end), top: up(end), hollow: end.hollow },
  };
}
