import { createEffect, createSignal, onCleanup, onMount, Show } from 'solid-js';
import type { Curve } from '../../api/shapes.ts';
import { nearest, step } from '../../charts/reading.ts';
import { announce } from '../../components/announce.ts';
import { dayInWords, READ_DAYS } from '../../words/curve.ts';
import { CURVE_HEIGHT, CURVE_MARGINS } from './curve-space.ts';

interface CurvePictureProps {
  curve: Curve;
  labelledBy: string;
  describedBy: string;
}

/** The curves as a picture, read day by day with arrow keys or a finger: the table beneath says the same. */
export function CurvePicture(props: CurvePictureProps) {
  let frame!: HTMLDivElement;
  const [width, setWidth] = createSignal(0);
  const [at, setAt] = createSignal<number>();
  const [draw, setDraw] = createSignal<typeof import('./curve-plot.ts').curvePlot>();
  onMount(() => {
    void import('./curve-plot.ts').then(({ curvePlot }) => setDraw(() => curvePlot));
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watch.observe(frame);
    onCleanup(() => watch.disconnect());
  });
  createEffect(() => {
    const { cohorts } = props.curve;
    if (draw() && width() >= 120) frame.replaceChildren(draw()!(cohorts, width()));
  });
  const places = () =>
    READ_DAYS.map((day) => ({
      left: CURVE_MARGINS.left + ((width() - CURVE_MARGINS.left - CURVE_MARGINS.right) * day) / 365,
    }));
  const said = () => (at() === undefined ? '' : dayInWords(props.curve.cohorts, READ_DAYS[at()!]!));
  const key = (event: KeyboardEvent) => {
    const next = step(event.key, at(), READ_DAYS.length);
    if (next === 'stay') return;
    event.preventDefault();
    setAt(next);
    if (next !== undefined) announce('point', said());
  };
  const pointAt = (event: PointerEvent) => setAt(nearest(places(), event.clientX - frame.getBoundingClientRect().left));
  return (
    <div class="chart">
      <div
        class="curve-picture"
        role="img"
        tabindex="0"
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        onKeyDown={key}
        onPointerMove={pointAt}
        onPointerDown={pointAt}
        onPointerLeave={() => setAt(undefined)}
        onBlur={() => setAt(undefined)}
      >
        <div ref={frame} class="chart-frame curve-frame" />
        <Show when={at() !== undefined}>
          <svg class="chart-cursor" aria-hidden="true" width={width()} height={CURVE_HEIGHT}>
            <line
              x1={places()[at()!]!.left}
              x2={places()[at()!]!.left}
              y1={CURVE_MARGINS.top}
              y2={CURVE_HEIGHT - CURVE_MARGINS.bottom}
            />
          </svg>
        </Show>
      </div>
      <p class="chart-reading" aria-hidden="true">
        {said()}
      </p>
    </div>
  );
}
