import { For, Show } from 'solid-js';
import type { SplitTrend } from '../api/shapes.ts';
import { SenseShape } from '../components/SignalMark.tsx';

const UNUSUAL = [
  { sense: 'worse', words: 'Worse than usual' },
  { sense: 'better', words: 'Better than usual' },
  { sense: 'higher', words: 'Changed (higher)' },
  { sense: 'lower', words: 'Changed (lower)' },
] as const;

/** What the lines and shapes of one chart mean: only those that are in it. */
export function ChartKey(props: { trend: SplitTrend; notFinal: string }) {
  const shapes = () =>
    UNUSUAL.filter(({ sense }) => props.trend.points.some((point) => point.unusual?.sense === sense));
  const limits = () => props.trend.baselines.some((baseline) => baseline.limits);
  return (
    <ul class="key chart-key">
      <Show when={limits()}>
        <li>
          <svg aria-hidden="true" viewBox="0 0 30 16" width="30" height="16">
            <path class="key-limit" d="M1 3h28M1 13h28" stroke-dasharray="6 4" />
            <path class="key-limit" d="M1 8h28" />
          </svg>
          Usual range and average
        </li>
      </Show>
      <For each={shapes()}>
        {({ sense, words }) => (
          <li>
            <SenseShape sense={sense} /> {words}
          </li>
        )}
      </For>
      <Show when={props.notFinal}>
        <li>
          <svg aria-hidden="true" viewBox="0 0 30 12" width="30" height="12">
            <path d="M1 6h28" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 4" />
            <circle cx="15" cy="6" r="4" class="key-dot" stroke="currentColor" stroke-width="1.5" />
          </svg>
          Hollow: not final. {props.notFinal}
        </li>
      </Show>
    </ul>
  );
}
