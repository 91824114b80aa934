import { countInterval } from './count.ts';
import { deviate, type Interval, times } from './interval.ts';
import { assertPart } from './proportion.ts';

/** How a place stands to the average of all, in the words of PHEindicatormethods: 0.001 is beyond 3 standard deviations. */
export type Significance = 'High (0.001)' | 'High (0.025)' | 'Not significant' | 'Low (0.025)' | 'Low (0.001)';

export interface FunnelPoint {
  value: number;
  significance: Significance;
  /** Of shares: round the average at this denominator, not trimmed. Of rates: the place's own interval. */
  two: Interval;
  three: Interval;
}

// One-sided tails of 0.025 and 0.001, named for the 2 and 3 standard deviations that they stand for.
const TWO = 0.95;
const THREE = 0.998;

/**
 * A funnel plot of shares or rates of several places round their common average, Σx by Σn: PHEindicatormethods 2.1.0 (`calculate_funnel_points`,
 * `assign_funnel_significance`). Of 150 places about 8 lie beyond the limits of two by chance: alert at three.
 * @param per 100 for percentages, 10,000 for rates
 * @throws RangeError for a place without a denominator, and for a share whose numerator is not a part of it
 */
export function funnel(
  kind: 'proportion' | 'rate',
  places: readonly { x: number; n: number }[],
  per: number,
): { average: number; points: FunnelPoint[] } {
  for (const { x, n } of places) assertPart(kind === 'rate' ? 0 : x, n);
  const average = places.reduce((s, p) => s + p.x, 0) / places.reduce((s, p) => s + p.n, 0);
  const points = kind === 'proportion' ? places.map(shareOf(average)) : places.map(rateOf(average));
  return {
    average: average * per,
    points: points.map((p) => ({ ...p, value: p.value * per, two: times(p.two, per), three: times(p.three, per) })),
  };
}

const shareOf =
  (average: number) =>
  ({ x, n }: { x: number; n: number }): FunnelPoint => {
    const value = x / n;
    const round = (confidence: number) => {
      const half = deviate(confidence) * Math.sqrt((average * (1 - average)) / n);
      return { lower: average - half, upper: average + half };
    };
    const [two, three] = [round(TWO), round(THREE)];
    const beyond = ({ lower, upper }: Interval) => (value > upper ? 'High' : value < lower ? 'Low' : null);
    return { value, significance: named(beyond(three), beyond(two)), two, three };
  };

const rateOf =
  (average: number) =>
  ({ x, n }: { x: number; n: number }): FunnelPoint => {
    const own = (confidence: number) => times(countInterval(x, confidence), 1 / n);
    const [two, three] = [own(TWO), own(THREE)];
    const beyond = ({ lower, upper }: Interval) => (lower > average ? 'High' : upper < average ? 'Low' : null);
    return { value: x / n, significance: named(beyond(three), beyond(two)), two, three };
  };

const named = (three: 'High' | 'Low' | null, two: 'High' | 'Low' | null): Significance =>
  three ? `${three} (0.001)` : two ? `${two} (0.025)` : 'Not significant';
