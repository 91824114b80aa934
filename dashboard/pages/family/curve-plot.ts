import { axisX, axisY, gridY, lineY, plot, text } from '@observablehq/plot';
import type { Curve } from '../../api/shapes.ts';
import { clean } from '../../charts/clean.ts';
import { CURVE_HEIGHT, CURVE_MARGINS } from './curve-space.ts';

const DAYS = [0, 30, 90, 180, 365];
/** Years are told apart by width and dashes as well: the last complete one stands out. */
const DASHES = ['2 3', '7 4', undefined, '1 5'];

/** A step line for each year with its name at its end. */
export function curvePlot(cohorts: Curve['cohorts'], width: number) {
  const lines = cohorts.map(({ cohort, steps }) => [
    { cohort, day: 0, value: 0 },
    ...steps.map(({ day, value }) => ({ cohort, day, value })),
  ]);
  const top = Math.max(1, ...lines.flat().map(({ value }) => value));
  const ends = placed(
    lines.map((line) => line.at(-1)!),
    top,
  );
  return clean(
    plot({
      width,
      height: CURVE_HEIGHT,
      marginLeft: CURVE_MARGINS.left,
      marginRight: CURVE_MARGINS.right,
      marginTop: CURVE_MARGINS.top,
      marginBottom: CURVE_MARGINS.bottom,
      className: 'plot',
      x: { domain: [0, 365] },
      y: { domain: [0, top], nice: 4, label: null },
      marks: [
        gridY({ ticks: 4, stroke: 'var(--c-grid)', strokeOpacity: 1 }),
        axisY({ ticks: 4, tickSize: 0, tickFormat: (d: number) => `${d}%`, label: null, fill: 'var(--c-quiet)' }),
        axisX(DAYS, {
          tickFormat: (d: number) => `${d}`,
          label: 'Days since',
          labelArrow: 'none',
          labelAnchor: 'center',
          fill: 'var(--c-quiet)',
          stroke: 'var(--c-limit)',
        }),
        ...lines.map((line, i) =>
          lineY(line, {
            x: 'day',
            y: 'value',
            curve: 'step-after',
            stroke: 'var(--c-value)',
            strokeWidth: 2,
            strokeDasharray: DASHES[i],
          }),
        ),
        text(ends, { x: 'day', y: 'at', text: 'cohort', textAnchor: 'start', dx: 6, fill: 'var(--c-value)' }),
      ],
    }),
  );
}

interface End {
  cohort: string;
  day: number;
  value: number;
}

/** Names at the ends of lines, moved apart where they would stand on each other. */
function placed(ends: readonly End[], top: number): (End & { at: number })[] {
  const gap = (top * 20) / (CURVE_HEIGHT - 64);
  const sorted = ends.toSorted((a, b) => a.value - b.value);
  const out: (End & { at: number })[] = [];
  for (const end of sorted) out.push({ ...end, at: Math.max(end.value, (out.at(-1)?.at ?? -Infinity) + gap) });
  return out;
}
