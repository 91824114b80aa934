// The one file that loads Plot, so that it arrives in one chunk and never on the overview.
import { axisX, axisY, dot, gridY, lineY, plot, text } from '@observablehq/plot';
import { clean } from './clean.ts';
import { monthTicks, type Point } from './points.ts';

export interface Trend {
  points: readonly Point[];
  width: number;
  height: number;
  /** The top of the scale; the bottom is always 0. */
  top: number;
  yText(value: number): string;
  /** One or two lines under a tick. */
  xText(date: Date): string;
}

/** A line over time. Hollow dots and dashes are not final; a gap is a gap. Returns the svg and where each point is, in pixels. */
export function trend({ points, width, height, top, yText, xText }: Trend) {
  const xs = points.map((p) => p.x);
  const marginLeft = 16 + 8 * Math.max(yText(top).length, 2);
  const last = points.findLast((p) => !Number.isNaN(p.y));
  const svg = plot({
    width,
    height,
    marginLeft,
    marginRight: 34,
    marginTop: 26,
    marginBottom: 48,
    className: 'plot',
    x: { type: 'utc', domain: [xs[0]!, xs.at(-1)!] },
    y: { domain: [0, top], nice: 4, label: null },
    marks: [
      gridY({ ticks: 4, stroke: 'var(--c-grid)', strokeOpacity: 1 }),
      axisY({ ticks: 4, tickSize: 0, tickFormat: yText, label: null, fill: 'var(--c-quiet)' }),
      axisX(monthTicks(points, Math.max(2, Math.floor(width / 120))), { tickFormat: xText, label: null, fill: 'var(--c-quiet)', stroke: 'var(--c-limit)' }),
      lineY(points, { x: 'x', y: 'y', stroke: 'var(--c-value)', strokeWidth: 1.5, strokeDasharray: '2 4' }),
      lineY(points, { x: 'x', y: (p: Point) => (p.hollow ? NaN : p.y), stroke: 'var(--c-value)', strokeWidth: 2.25 }),
      dot(points.filter((p) => !Number.isNaN(p.y)), {
        x: 'x',
        y: 'y',
        r: (p: Point) => (p.hollow || p === last ? 4 : 2.5),
        fill: (p: Point) => (p.hollow ? 'var(--c-ground)' : 'var(--c-value)'),
        stroke: 'var(--c-value)',
        strokeWidth: 1.5,
      }),
      text(last ? [last] : [], { x: 'x', y: 'y', text: (p: Point) => yText(p.y), dy: -14, fontWeight: 'bold', fill: 'var(--c-value)', stroke: 'var(--c-ground)', strokeWidth: 4 }),
    ],
    r: { type: 'identity' },
  });
  const [x, y] = [svg.scale('x')!, svg.scale('y')!];
  const places = points.flatMap((p) => (p.row && p.row.value !== null ? [{ row: p.row, left: x.apply(p.x) as number, top: y.apply(p.y) as number }] : []));
  return { svg: clean(svg), places };
}
