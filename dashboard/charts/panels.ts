import type { Kpi, SeriesRow } from '../api/shapes.ts';
import { type Point, toPoints } from './points.ts';

export interface Panel {
  value: string;
  rows: SeriesRow[];
  points: Point[];
}

/** A series for each value of a split, in the order of the split's definition: an age band stays between its neighbours. */
export function toPanels(rows: readonly SeriesRow[], split: Kpi['splits'][number]): Panel[] {
  return split.values.flatMap((value) => {
    const own = rows.filter((row) => row.split[split.id] === value);
    return own.length === 0 ? [] : [{ value, rows: own, points: toPoints(own) }];
  });
}
