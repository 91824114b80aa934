import type { Kpi, Measured, SplitTrend } from '../api/shapes.ts';
import { inOwnOrder, NOT_KNOWN } from '../words/ranked.ts';
import { latestRow } from '../words/sentences.ts';
import { stretchesOf, topOf } from './limits.ts';
import { largest, toPoints } from './points.ts';

export interface Panel {
  value: string;
  trend: SplitTrend;
}

/** How far the latest figure moved on the year before, in the bad direction; either way where neither is good. Null where it has none. */
function worsened({ points }: SplitTrend, better: Measured['better']): number | null {
  const row = latestRow(points);
  const [now, before] = [row?.value ?? null, row?.year_before?.value ?? null];
  if (now === null || before === null) return null;
  const moved = now - before;
  return better === 'lower' ? moved : better === 'higher' ? -moved : Math.abs(moved);
}

/**
 * A trend for each value of a split: what got worse most comes first, and what is not known last. An age band stays between its
 * neighbours.
 */
export function toPanels(
  trends: readonly SplitTrend[],
  split: Kpi['splits'][number],
  { better }: Pick<Measured, 'better'>,
): Panel[] {
  const listed = split.values.flatMap((value) => {
    const trend = trends.find((one) => one.split[split.id] === value);
    return trend ? [{ value, trend }] : [];
  });
  if (inOwnOrder(split)) return listed;
  const rank = ({ value, trend }: Panel) => (value === NOT_KNOWN ? -Infinity : (worsened(trend, better) ?? -1e9));
  return listed.sort((a, b) => rank(b) - rank(a));
}

/** The top of the scale that panels share. */
export const topOfAll = (panels: readonly Panel[]): number =>
  Math.max(...panels.map(({ trend }) => topOf(largest([toPoints(trend.points)]), stretchesOf(trend), undefined)), 0);
