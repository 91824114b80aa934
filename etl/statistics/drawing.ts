// What may be drawn. The statistics answer for any numbers; this says where their answer would mislead.
import type { Grain } from '../periods.ts';
import type { Figure, Nature } from './figure.ts';

/** Why there are no limits, and so no signal. */
export type NoLimits =
  'withheld' | 'stock' | 'rolling' | 'year-to-date' | 'rare' | 'other chart' | 'too few' | 'constant' | 'collapsed';

/** Fewer points than this have no limits and no signal (NHS England's Single Chart Tool; methods differ between 12 and 13). */
export const FEWEST_POINTS = 13;

/** Counts that average less than this are too small: at 5 a month 3% of charts of nothing signal, at 1 6%, at a quarter 35%. */
export const SMALLEST_AVERAGE = 5;

/** Why no XmR chart of these figures may have limits, whatever the numbers: half of all months would be signals that mean nothing. */
export function whyNever({ nature, chart, grain }: { nature: Nature; chart: string; grain: Grain }): NoLimits | null {
  if (nature !== 'flow') return nature;
  if (grain === 'rolling12') return 'rolling';
  if (grain === 'all') return 'too few';
  return chart === 'xmr' ? null : 'other chart';
}

type Counted = Pick<Figure, 'numerator' | 'denominator'>;

/** The average of the smaller of numerator and remainder: what rests on 2 cases a month jumps, even where it is 98%. */
function smallestSide(points: readonly Counted[]): number {
  const sum = (of: (p: Counted) => number) => points.reduce((s, p) => s + of(p), 0);
  const had = sum((p) => p.numerator);
  const rest = points.some((p) => p.denominator === null) ? Infinity : sum((p) => p.denominator! - p.numerator);
  return Math.min(had, rest) / points.length;
}

/** Why the limits of one group of points may not be drawn. Means and medians are not counts: pass none of their numbers. */
export function whyNotThese(
  group: { points: number; lower: number | null; upper: number | null },
  counts: readonly Counted[] | null,
): NoLimits | null {
  if (group.points < FEWEST_POINTS) return 'too few';
  if (group.lower === null || group.upper === null) return 'constant';
  if (counts && smallestSide(counts) < SMALLEST_AVERAGE) return 'rare';
  return group.lower === group.upper ? 'collapsed' : null;
}

/** Limits as drawn and tabulated: not beyond what a value can be. Rules and signals never see these. */
export function trimmed(limits: { lower: number; upper: number }, unit: string) {
  const highest = unit === 'percent' ? 100 : Infinity;
  const drawn = { lower: Math.max(0, limits.lower), upper: Math.min(highest, limits.upper) };
  const at = [drawn.lower === limits.lower ? null : 0, drawn.upper === limits.upper ? null : highest];
  return { ...drawn, trimmed_at: at.filter((n) => n !== null) };
}

/** Why places are not compared with one another. */
export type NoFunnel = 'no share' | 'withheld' | 'few places';

/** A share of fewer than this moves by ten points with one of them: no place of so few is compared. */
export const FEWEST_IN_PLACE = 10;
/** Of two places neither is the rest. */
const FEWEST_PLACES = 3;

/**
 * Why no funnel of these places may be drawn.
 * @param compared those of them that are places and large enough
 */
export function whyNoFunnel(
  places: readonly Pick<Figure, 'status' | 'denominator'>[],
  compared: readonly Counted[],
  measure: string,
): NoFunnel | null {
  if (measure === 'mean' || places.some(({ denominator }) => denominator === null)) return 'no share';
  if (compared.some((p) => p.numerator > p.denominator!)) return 'no share';
  if (places.some(({ status }) => status === 'withheld')) return 'withheld';
  return compared.length < FEWEST_PLACES ? 'few places' : null;
}
