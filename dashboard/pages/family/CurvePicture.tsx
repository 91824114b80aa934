import { createSignal, onMount } from 'solid-js';
import type { Curve } from '../../api/shapes.ts';
import { Picture } from '../../charts/Picture.tsx';
import { dayInWords, READ_DAYS } from '../../words/curve.ts';
import { CURVE_HEIGHT, CURVE_MARGINS } from './curve-space.ts';

interface CurvePictureProps {
  curve: Curve;
  labelledBy: string;
  describedBy: string;
}

/** The curves as a picture, read day by day: the table beneath says the same. */
export function CurvePicture(props: CurvePictureProps) {
  const [plot, setPlot] = createSignal<typeof import('./curve-plot.ts').curvePlot>();
  onMount(() => void import('./curve-plot.ts').then(({ curvePlot }) => setPlot(() => curvePlot)));

  const draw = (width: number) => {
    const perDay = (width - CURVE_MARGINS.left - CURVE_MARGINS.right) / 365;
    const places = READ_DAYS.map((day) => ({ day, left: CURVE_MARGINS.left + perDay * day }));
    const { cohorts } = props.curve;
    return plot() && { svg: plot()!(cohorts, width), places };
  };
  return (
    <Picture
      draw={draw}
      height={CURVE_HEIGHT}
      cursor={[CURVE_MARGINS.top, CURVE_HEIGHT - CURVE_MARGINS.bottom]}
      labelledBy={props.labelledBy}
      describedBy={props.describedBy}
      say={({ day }) => dayInWords(props.curve.cohorts, day)}
    />
  );
}
