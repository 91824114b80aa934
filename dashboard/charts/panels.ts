import type { Kpi, SplitTrend } from '../api/shapes.ts';
import { stretchesOf, topOf } from './limits.ts';
import { largest, toPoints } from './points.ts';

export interface Panel {
  value: string;
  trend: SplitTrend;
}

/** A trend for each value of a split, in the order of the split's definition: an age band stays between its neighbours. */
export const toPanels = (trends: readonly SplitTrend[], split: Kpi['splits'][number]): Panel[] =>
  split.values.flatMap((value) => {
    const trend = trends.find((one) => one.split[split.id] === value);
    return trend ? [{ value, trend }] : [];
  });

/** The top of the scale that panels share. */
export const topOfAll = (panels: readonly Panel[]): number =>
  Math.max(...panels.map(({ trend }) => topOf(largest([toPoints(trend.points)]), stretchesOf(trend), undefined)), 0);
