// The one file that loads Plot, so that it arrives in one chunk and never on the overview.
import { axisX, axisY, dot, gridY, lineY, plot, text } from '@observablehq/plot';
import { clean } from './clean.ts';
import { monthTicks, type Point } from './points.ts';

export interface Trend {
  points: readonly Point[];
  width: number;
  height: number;
  /** The point whose value is written beside it: the one the page's sentence is about. */
  marked: Point | undefined;
  /** The top of the scale; the bottom is always 0. */
  top: number;
  yText(value: number): string;
  /** One or two lines under a tick. */
  xText(date: Date): string;
}

/** A line over time. Hollow dots and dashes are not final; a gap is a gap. Returns the svg and where each point is, in pixels. */
export function trend({ points, marked, width, height, top, yText, xText }: Trend) {
  const xs = points.map((p) => p.x);
  // The scale ends above the top, perhaps with a digit more.
  const marginLeft = 16 + 8 * Math.max(yText(Math.ceil(top * 1.3)).length, 2);
  const ticks = height < 200 ? 2 : 4;
  // Dots closer than this run into a rope.
  const dotted = width / points.length > 11;
  const svg = plot({
    width,
    height,
    marginLeft,
    marginRight: 34,
    marginTop: 26,
    marginBottom: 48,
    className: 'plot',
    x: { type: 'utc', domain: [xs[0]!, xs.at(-1)!] },
    y: { domain: [0, top], nice: ticks, label: null },
    marks: [
      gridY({ ticks, stroke: 'var(--c-grid)', strokeOpacity: 1 }),
      axisY({ ticks, tickSize: 0, tickFormat: yText, label: null, fill: 'var(--c-quiet)' }),
      axisX(monthTicks(points, Math.max(2, Math.floor(width / 95))), {
        tickFormat: xText,
        label: null,
        fill: 'var(--c-quiet)',
        stroke: 'var(--c-limit)',
      }),
      lineY(points, { x: 'x', y: 'y', stroke: 'var(--c-value)', strokeWidth: 1.5, strokeDasharray: '2 4' }),
      lineY(points, {
        x: 'x',
        y: (p: Point) => (p.hollow ? NaN : p.y),
        stroke: 'var(--c-value)',
        strokeWidth: 2.25,
      }),
      dot(
        points.filter((p) => !Number.isNaN(p.y) && (dotted || p.hollow || p === marked)),
        {
          x: 'x',
          y: 'y',
          r: (p: Point) => (p === marked ? 4 : !p.hollow ? 2.5 : dotted ? 4 : 2.5),
          fill: (p: Point) => (p.hollow ? 'var(--c-ground)' : 'var(--c-value)'),
          stroke: 'var(--c-value)',
          strokeWidth: 1.5,
        },
      ),
      text(marked ? [marked] : [], {
        x: 'x',
        y: 'y',
        text: (p: Point) => yText(p.y),
        dy: -14,
        fontWeight: 'bold',
        fill: 'var(--c-value)',
        stroke: 'var(--c-ground)',
        strokeWidth: 4,
      }),
    ],
    r: { type: 'identity' },
  });
  const [x, y] = [svg.scale('x')!, svg.scale('y')!];
  const places = points.flatMap((p) =>
    p.row && p.row.value !== null ? [{ row: p.row, left: x.apply(p.x) as number, top: y.apply(p.y) as number }] : [],
  );
  return { svg: clean(svg), places };
}
