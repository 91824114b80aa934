// Charts: how figures are drawn. Each goes through Figure, with a heading, words and a table of the same rows.
import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js';
import type { Row, SplitTrend } from '../api/shapes.ts';
import { announce } from '../components/announce.ts';
import { breaksOf, notesOf, stretchesOf, topOf } from './limits.ts';
import { nearest, step } from './reading.ts';
import { largest, toPoints } from './points.ts';
import { Given } from '../components/Given.tsx';

type Plots = typeof import('./plots.ts');
const [plots, setPlots] = createSignal<Plots>();
const load = () => import('./plots.ts').then((loaded) => setPlots(() => loaded));

export interface ChartProps {
  trend: SplitTrend;
  /** Whether marks and target are drawn: a small chart of many shows neither. */
  noted: boolean;
  /** The row that the sentence above is about. */
  marked: Row | undefined;
  height: number;
  /** The top of the scale, when it is shared. */
  top?: number;
  labelledBy: string;
  describedBy: string;
  yText(value: number): string;
  xText(date: Date): string;
  /** What a point says when it is pointed at or reached by arrow keys. */
  say(row: Row): string;
  /** Enter, or a click by a mouse: a finger that touches a chart reads it. */
  onChoose?(): void;
}

/** A picture of one series: named for those who hear it, read point by point with arrow keys or a finger. */
export function Chart(props: ChartProps) {
  let frame!: HTMLDivElement;
  const [width, setWidth] = createSignal(0);
  const [places, setPlaces] = createSignal<ReturnType<Plots['trend']>['places']>([]);
  const [at, setAt] = createSignal<number>();
  const points = createMemo(() => toPoints(props.trend.points));
  const stretches = createMemo(() => stretchesOf(props.trend));
  const place = () => (at() === undefined ? undefined : places()[at()!]);

  onMount(() => {
    void load();
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watch.observe(frame);
    onCleanup(() => watch.disconnect());
  });
  createEffect(() => {
    const { trend, noted, marked, height, yText, xText } = props;
    if (!plots() || width() < 120 || points().length === 0) return frame.replaceChildren();
    const target = noted && trend.target ? trend.target : undefined;
    const drawn = plots()!.trend({
      points: points(),
      stretches: stretches(),
      breaks: breaksOf(trend),
      notes: noted ? notesOf(trend) : [],
      target: target && { value: target.value, from: new Date(target.from) },
      marked: points().find((p) => p.row && p.row === marked),
      width: width(),
      height,
      top: props.top ?? topOf(largest([points()]), stretches(), target?.value),
      yText,
      xText,
    });
    frame.replaceChildren(drawn.svg);
    setPlaces(drawn.places);
  });
  createEffect(on(points, () => setAt(undefined), { defer: true }));

  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return props.onChoose?.();
    const next = step(event.key, at(), places().length);
    if (next === 'stay') return;
    event.preventDefault();
    setAt(next);
    if (place()) announce('point', props.say(place()!.row));
  };
  const byMouse = (event: MouseEvent) => 'pointerType' in event && event.pointerType === 'mouse';
  const pointAt = (event: PointerEvent) => setAt(nearest(places(), event.clientX - frame.getBoundingClientRect().left));

  return (
    <div class="chart">
      <div
        class="chart-picture"
        role="img"
        tabindex="0"
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        onKeyDown={key}
        onPointerMove={pointAt}
        onPointerDown={pointAt}
        onClick={(event) => byMouse(event) && props.onChoose?.()}
        onPointerLeave={() => setAt(undefined)}
        onBlur={() => setAt(undefined)}
      >
        <div ref={frame} class="chart-frame" style={{ 'min-height': `${props.height}px` }} />
        <Given when={place()}>
          {(p) => (
            <svg class="chart-cursor" aria-hidden="true" width={width()} height={props.height}>
              <line x1={p().left} x2={p().left} y1={20} y2={props.height - 46} />
              <circle cx={p().left} cy={p().top} r="6" />
            </svg>
          )}
        </Given>
      </div>
      <p class="chart-reading" aria-hidden="true">
        {place() ? props.say(place()!.row) : ''}
      </p>
    </div>
  );
}
