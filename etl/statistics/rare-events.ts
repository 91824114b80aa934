// Charts of the time between rare events: child deaths, serious incidents. Counts of them by month say nothing on an XmR chart.

export interface RareLimits {
  centre: number;
  lower: number;
  upper: number;
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
}

/**
 * A g chart: whole days, or cases, between events. Limits are mean ± 3·√(mean·(mean + 1)), none below nought, round the median, as
 * qicharts2 0.8.1 draws it (Benneyan 2001).
 * @throws RangeError for no gaps, or one that is not a whole number from 0
 */
export function gChart(gaps: readonly number[]): RareLimits {
  if (gaps.length === 0 || gaps.some((gap) => !Number.isInteger(gap) || gap < 0))
    throw new RangeError('A g chart takes whole numbers from 0.');
  const average = mean(gaps);
  const reach = 3 * Math.sqrt(average * (average + 1));
  return { centre: median(gaps), lower: Math.max(0, average - reach), upper: average + reach };
}

/**
 * A t chart: exact times between events, made normal by the power 1/3.6 (Nelson 1994), judged by moving ranges screened once, and
 * turned back, as qicharts2 0.8.1 does. Two events at one time have no place on it.
 * @throws RangeError for fewer than 2 times, or one that is not above nought
 */
export function tChart(times: readonly number[]): RareLimits {
  if (times.length < 2 || times.some((time) => !(time > 0)))
    throw new RangeError('A t chart takes two or more times above nought.');
  const powers = times.map((time) => time ** (1 / 3.6));
  const ranges = powers.slice(1).map((y, i) => Math.abs(y - powers[i]!));
  const kept = ranges.filter((range) => range < 3.267 * mean(ranges));
  const centre = mean(powers);
  const reach = kept.length === 0 ? 0 : (3 * mean(kept)) / 1.128;
  const back = (y: number) => Math.max(0, y) ** 3.6;
  return { centre: back(centre), lower: back(centre - reach), upper: back(centre + reach) };
}
