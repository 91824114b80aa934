import type { Grain } from '../periods.ts';
import { countInterval } from './count.ts';
import { decimal, type Fraction, ratio } from './exact.ts';
import { type Interval, times } from './interval.ts';
import { wilsonInterval } from './proportion.ts';
import type { Better } from './signal.ts';

/** What a KPI's figures are: of a month by itself, or of something that months share. */
export type Nature = 'flow' | 'stock' | 'rolling' | 'rare' | 'year-to-date';

/** A figure of one period, as the semantic query answers it. */
export interface Figure {
  period: string;
  from: string;
  to: string;
  numerator: number;
  denominator: number | null;
  value: number | null;
  status: 'final' | 'provisional' | 'incomplete' | 'withheld';
}

/** What of a KPI's definition, and of what was asked, decides how its figures may be judged. */
export interface TrendDefinition {
  measure: 'count' | 'children' | 'rate' | 'share-within' | 'mean' | 'median' | 'stock';
  nature: Nature;
  unit: string;
  better: Better;
  chart: string;
  grain: Grain;
}

/** A value without the rounding of a division: shares, which are in percent, and means keep what they were made from. */
export const exactly = ({ value, numerator, denominator }: Figure, { measure }: TrendDefinition): Fraction =>
  denominator === null || measure === 'median'
    ? decimal(value!)
    : ratio(numerator, denominator, measure === 'mean' ? 1 : 100);

/**
 * The 95% interval of one figure in the KPI's unit: of shares Wilson's, of counts exact or Byar's. Null for means, medians and stocks
 * without a denominator, and where it would give a withheld figure away.
 */
export function intervalOf(figure: Figure, { measure }: TrendDefinition): Interval | null {
  const { numerator, denominator, value, status } = figure;
  if (status === 'withheld' || value === null || measure === 'mean' || measure === 'median') return null;
  if (denominator !== null) return numerator <= denominator ? times(wilsonInterval(numerator, denominator), 100) : null;
  return measure === 'stock' ? null : countInterval(value);
}
