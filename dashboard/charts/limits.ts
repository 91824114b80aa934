import type { SplitTrend } from '../api/shapes.ts';
import { dateOf } from './points.ts';

/** Limits over one stretch of a process, as lines from its first to its last figure. */
export interface Stretch {
  from: Date;
  to: Date;
  mean: number;
  lower: number;
  upper: number;
}

/** The limits to draw: one stretch for each baseline that has any and has figures here. Between two there is a break. */
export const stretchesOf = ({ baselines, points }: Pick<SplitTrend, 'baselines' | 'points'>): Stretch[] =>
  baselines.flatMap(({ limits }, i) => {
    const own = points.filter(({ baseline }) => baseline === i);
    if (!limits || own.length === 0) return [];
    const { lower, upper } = limits.drawn;
    return [{ from: dateOf(own[0]!), to: dateOf(own.at(-1)!), mean: limits.mean, lower, upper }];
  });

/** A numbered mark at a date of the chart. Marks of one period stand over each other. */
export interface Note {
  x: Date;
  number: number;
  above: number;
}

/** The marks whose period is drawn. */
export const notesOf = ({ marks, points }: Pick<SplitTrend, 'marks' | 'points'>): Note[] => {
  const placed = marks.flatMap(({ number, period }) => {
    const point = points.find((p) => p.period === period);
    return point ? [{ x: dateOf(point), number }] : [];
  });
  return placed.map((note, i) => ({
    ...note,
    above: placed.slice(0, i).filter(({ x }) => x.getTime() === note.x.getTime()).length,
  }));
};

/** The dates at which limits begin anew, where those are drawn: the first point of a window is none. */
export const breaksOf = ({ baselines, points }: Pick<SplitTrend, 'baselines' | 'points'>): Date[] =>
  baselines.flatMap(({ rebase, from }) => {
    const first = points.find((point) => point.from === from);
    return rebase && first ? [dateOf(first)] : [];
  });

/** The top of a scale that shows every value, limit and target. */
export const topOf = (values: number, stretches: readonly Stretch[], target: number | undefined): number =>
  Math.max(values, target ?? 0, ...stretches.map(({ upper }) => upper));
