// Charts: how figures are drawn. Each goes through Figure, with a heading, words and a table of the same rows.
import { createMemo, createSignal, onMount } from 'solid-js';
import type { Row, SplitTrend } from '../api/shapes.ts';
import { breaksOf, notesOf, stretchesOf, topOf } from './limits.ts';
import { Picture } from './Picture.tsx';
import { largest, toPoints } from './points.ts';

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
  onChoose?(): void;
}

/** A picture of one series, read point by point. */
export function Chart(props: ChartProps) {
  const points = createMemo(() => toPoints(props.trend.points));
  const stretches = createMemo(() => stretchesOf(props.trend));
  onMount(() => void load());

  const draw = (width: number) => {
    const { trend, noted, marked, height, yText, xText } = props;
    if (!plots() || points().length === 0) return undefined;
    const target = noted && trend.target ? trend.target : undefined;
    return plots()!.trend({
      points: points(),
      stretches: stretches(),
      breaks: breaksOf(trend),
      notes: noted ? notesOf(trend) : [],
      target: target && { value: target.value, from: new Date(target.from) },
      marked: points().find((p) => p.row && p.row === marked),
      width,
      height,
      top: props.top ?? topOf(largest([points()]), stretches(), target?.value),
      yText,
      xText,
    });
  };
  return (
    <Picture
      draw={draw}
      height={props.height}
      cursor={[20, props.height - 46]}
      labelledBy={props.labelledBy}
      describedBy={props.describedBy}
      say={({ row }) => props.say(row)}
      onChoose={props.onChoose}
    />
  );
}
