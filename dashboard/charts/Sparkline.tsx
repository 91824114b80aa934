import { createMemo } from 'solid-js';
import type { SeriesRow } from '../api/shapes.ts';
import { sparkPath } from './spark-path.ts';
import { toPoints } from './points.ts';

const [WIDTH, HEIGHT] = [168, 36];

/** The last two years in the space of a word, drawn by hand: the overview loads no chart library. Its words stand beside it. */
export function Sparkline(props: { rows: readonly SeriesRow[] }) {
  const shape = createMemo(() => sparkPath(toPoints(props.rows), WIDTH, HEIGHT));
  const end = () => shape().end;
  return (
    <svg class="sparkline" aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
      <line class="sparkline-ground" x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      <path class="sparkline-pending" d={shape().all} />
      <path class="sparkline-line" d={shape().final} />
      <circle
        class="sparkline-end"
        data-hollow={end()?.hollow}
        cx={end()?.left}
        cy={end()?.top}
        r={end() ? '3.5' : '0'}
      />
    </svg>
  );
}
