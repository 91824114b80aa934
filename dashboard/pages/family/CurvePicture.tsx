import { createEffect, createSignal, onCleanup, onMount } from 'solid-js';
import type { Curve } from '../../api/shapes.ts';

/** The curves as a picture, hidden from those who hear the page: the sentence above and the table beneath say the same. */
export function CurvePicture(props: { curve: Curve }) {
  let frame!: HTMLDivElement;
  const [width, setWidth] = createSignal(0);
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
  return <div ref={frame} class="chart-frame curve-frame" aria-hidden="true" />;
}
