// The one file that loads Plot, so that it arrives in one chunk and never on the overview.
import { axisX, axisY, dot, gridY, lineY, link, plot, ruleX, text } from '@observablehq/plot';
import { clean } from './clean.ts';
import type { Note, Stretch } from './limits.ts';
import { monthTicks, type Point } from './points.ts';
import { CHEVRONS, TICK, UNUSUAL } from './symbols.ts';

export interface Trend {
  points: readonly Point[];
  width: number;
  height: number;
  /** Average and usual range, a stretch for each baseline. */
  stretches: readonly Stretch[];
  /** Where limits begin anew. */
  breaks: readonly Date[];
  notes: readonly Note[];
  target: { value: number; from: Date } | undefined;
  /** The point whose value is written beside it: the one the page's sentence is about. */
  marked: Point | undefined;
  /** The top of the scale; the bottom is always 0. */
  top: number;
  yText(value: number): string;
  /** One or two lines under a tick. */
  xText(date: Date): string;
}

/** A line over time. Hollow dots and dashes are not final; a gap is a gap. Returns the svg and where each point is, in pixels. */
export function trend(drawn: Trend) {
  const { points, stretches, breaks, notes, target, marked, width, height, top, yText, xText } = drawn;
  const xs = points.map((p) => p.x);
  // The scale ends above the top, perhaps with a digit more.
  const marginLeft = 16 + 8 * Math.max(yText(Math.ceil(top * 1.3)).length, 2);
  const ticks = height < 200 ? 2 : 4;
  // Dots closer than this run into a rope.
  const dotted = width / points.length > 11;
  const heads = notes.length === 0 ? 0 : 12 + 22 * Math.max(...notes.map(({ above }) => above + 1));
  const svg = plot({
    width,
    height,
    marginLeft,
    marginRight: 34,
    marginTop: 26 + heads,
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
      ...limits(stretches),
      ruleX(breaks, { stroke: 'var(--c-limit)', strokeDasharray: '1 3' }),
      ...(target === undefined ? [] : targetLine(target, [xs[0]!, xs.at(-1)!], yText, width)),
      lineY(points, {
        x: 'x',
        y: (p: Point) => (p.begun ? NaN : p.y),
        stroke: 'var(--c-value)',
        strokeWidth: 1.5,
        strokeDasharray: '2 4',
      }),
      lineY(points, {
        x: 'x',
        y: (p: Point) => (p.hollow ? NaN : p.y),
        stroke: 'var(--c-value)',
        strokeWidth: 2.25,
      }),
      dot(
        points.filter((p) => !Number.isNaN(p.y) && !p.sense && (dotted || p.hollow || p === marked)),
        {
          x: 'x',
          y: 'y',
          r: (p: Point) => (p === marked ? 4 : !p.hollow ? 2.5 : dotted ? 4 : 2.5),
          fill: (p: Point) => (p.hollow ? 'var(--c-ground)' : 'var(--c-value)'),
          stroke: 'var(--c-value)',
          strokeWidth: 1.5,
        },
      ),
      ...unusual(points, dotted ? 6 : 4),
      ...numbered(notes),
      // A small chart has no room for it: the sentence above says it.
      text(marked && height >= 200 ? [marked] : [], {
        x: 'x',
        y: 'y',
        text: (p: Point) => yText(p.y),
        dy: marked && aboveIsTaken(points, marked) ? 16 : -14,
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

/** Whether one of the points beside it is higher, so that its label would stand on their line. */
const aboveIsTaken = (points: readonly Point[], marked: Point): boolean => {
  const at = points.indexOf(marked);
  return [at - 2, at - 1, at + 1].some((i) => (points[i]?.y ?? 0) > marked.y);
};

/** The average is a thin line, the usual range two dashed ones: its area alone would be too pale to see. */
const limits = (stretches: readonly Stretch[]) => {
  const line = (y: 'mean' | 'lower' | 'upper', strokeDasharray: string | undefined) =>
    link(stretches, {
      x1: 'from',
      x2: 'to',
      y1: y,
      y2: y,
      stroke: 'var(--c-limit)',
      strokeWidth: 1.25,
      strokeDasharray,
    });
  return [line('mean', undefined), line('lower', '6 4'), line('upper', '6 4')];
};

const targetLine = (
  { value, from }: NonNullable<Trend['target']>,
  [first, last]: [Date, Date],
  yText: (value: number) => string,
  width: number,
) => {
  const begins = from < first ? first : from > last ? last : from;
  const ends = { x1: () => begins, x2: () => last, y1: () => value, y2: () => value };
  return [
    link([value], { ...ends, stroke: 'var(--c-ink)', strokeWidth: 1.25, strokeDasharray: '10 3 2 3' }),
    text([value], {
      x: () => begins,
      y: () => value,
      text: () => (width < 400 ? 'Target' : `Target ${yText(value)}`),
      textAnchor: 'start',
      dy: -9,
      fill: 'var(--c-ink)',
      stroke: 'var(--c-ground)',
      strokeWidth: 4,
    }),
  ];
};

/** Unusual points, by shape first and colour second. */
const unusual = (points: readonly Point[], r: number) => {
  const shapes = Object.entries(UNUSUAL).map(([sense, { symbol, fill }]) =>
    dot(
      points.filter((p) => p.sense === sense),
      { x: 'x', y: 'y', r, symbol, fill, stroke: 'var(--c-ground)', strokeWidth: 1 },
    ),
  );
  const inside = (symbol: typeof TICK, own: readonly Point[]) =>
    dot(own, { x: 'x', y: 'y', r, symbol, fill: 'none', stroke: 'var(--c-ground)', strokeWidth: 1.5 });
  const better = points.filter((p) => p.sense === 'better');
  return [
    ...shapes,
    inside(TICK, better),
    ...(['higher', 'lower'] as const).map((sense) =>
      inside(
        CHEVRONS[sense],
        points.filter((p) => p.sense === sense),
      ),
    ),
  ];
};

/** Numbers over the chart, each in a ring; what they stand for is listed under it. */
const numbered = (notes: readonly Note[]) =>
  notes.flatMap(({ x, number, above }) => {
    const place = { x: () => x, frameAnchor: 'top' as const, dy: -28 - 22 * above };
    return [
      dot([number], { ...place, r: 9, fill: 'var(--c-ground)', stroke: 'var(--c-quiet)', strokeWidth: 1.5 }),
      text([number], { ...place, text: String, lineAnchor: 'middle', fill: 'var(--c-quiet)', fontWeight: 'bold' }),
    ];
  });
