import { createEffect, createSignal, onCleanup, onMount } from 'solid-js';
import { announce } from '../components/announce.ts';
import { Given } from '../components/Given.tsx';
import { nearest, step } from './reading.ts';

/** Where something is read in a picture, in pixels from its corner; without a height where no point is marked. */
export interface Place {
  left: number;
  top?: number;
}

/** A picture of a width, and where it is read. */
export interface Drawn<P extends Place> {
  svg: Element;
  places: readonly P[];
}

interface PictureProps<P extends Place> {
  /** Draws for a width in pixels; nothing while what draws or is drawn is not there. */
  draw(width: number): Drawn<P> | undefined;
  height: number;
  /** The edges between which the cursor stands, in pixels from the top. */
  cursor: readonly [number, number];
  labelledBy: string;
  describedBy: string;
  /** What a place says when it is pointed at or reached by arrow keys. */
  say(place: P): string;
  /** Enter, or a click by a mouse: a finger that touches a picture reads it. */
  onChoose?(): void;
}

/** Narrower than this no picture says anything. */
const LEAST_WIDTH = 120;

/** A picture that is named for those who hear it, and read place by place with arrow keys, a pointer or a finger. */
export function Picture<P extends Place>(props: PictureProps<P>) {
  let frame!: HTMLDivElement;
  const [width, setWidth] = createSignal(0);
  const [places, setPlaces] = createSignal<readonly P[]>([]);
  const [at, setAt] = createSignal<number>();
  const place = () => (at() === undefined ? undefined : places()[at()!]);

  onMount(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watch.observe(frame);
    onCleanup(() => watch.disconnect());
  });
  createEffect(() => {
    const drawn = width() < LEAST_WIDTH ? undefined : props.draw(width());
    frame.replaceChildren(...(drawn ? [drawn.svg] : []));
    setPlaces(drawn?.places ?? []);
    setAt(undefined);
  });

  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return props.onChoose?.();
    const next = step(event.key, at(), places().length);
    if (next === 'stay') return;
    event.preventDefault();
    setAt(next);
    if (place()) announce('point', props.say(place()!));
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
              <line x1={p().left} x2={p().left} y1={props.cursor[0]} y2={props.cursor[1]} />
              <Given when={p().top}>{(top) => <circle cx={p().left} cy={top()} r="6" />}</Given>
            </svg>
          )}
        </Given>
      </div>
      <p class="chart-reading" aria-hidden="true">
        {place() ? props.say(place()!) : ''}
      </p>
    </div>
  );
}
