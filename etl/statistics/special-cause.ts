import type { Limits } from './limits.ts';

/** Which rule a point meets, in the words of NHSRplotthedots. */
export type SpecialCause =
  | 'Common Cause'
  | 'Above UCL'
  | 'Below LCL'
  | '7 Point Trend (Increasing)'
  | '7 Point Trend (Decreasing)'
  | '2 in 3 Above CL'
  | '2 in 3 Below CL'
  | '7 Points Above CL'
  | '7 Points Below CL';

/** How a value stands to the limits; whether outside or close is not known where there are none. */
export interface Standing {
  side: Side;
  outside: boolean | null;
  close: boolean | null;
}
export type Side = -1 | 0 | 1;

const sign = (n: bigint): Side => (n > 0n ? 1 : n < 0n ? -1 : 0);

/** On which side of the mean a value lies, and whether it is outside the limits or, inside them, beyond a near limit. */
export function standing(unit: bigint, { scale, mean, natural }: Limits): Standing {
  const x = unit * scale;
  const side = sign(x - mean);
  if (!natural) return { side, outside: null, close: null };
  const outside = x > natural.upper || x < natural.lower;
  return { side, outside, close: !outside && (x > natural.nearUpper || x < natural.nearLower) };
}

/** Every window of so many neighbours, with the place of its first. */
const windows = <T>(items: readonly T[], size: number) =>
  items.slice(size - 1).map((_, from) => ({ from, seen: items.slice(from, from + size) }));

/** 7 points of which each is above the one before, or each below. Of two trends that share a point the later one names it. */
function trends(units: readonly bigint[]): Side[] {
  const found: Side[] = units.map(() => 0);
  const steps = units.slice(1).map((unit, i) => sign(unit - units[i]!));
  for (const { from, seen } of windows(steps, 6)) {
    const way = seen[0]!;
    if (way !== 0 && seen.every((step) => step === way)) found.fill(way, from, from + 7);
  }
  return found;
}

/** 7 points in a row on one side of the mean; one exactly on it ends the run. */
function runs(points: readonly Standing[]): Side[] {
  const found: Side[] = points.map(() => 0);
  for (const { from, seen } of windows(points, 7)) {
    const { side } = seen[0]!;
    if (seen.every((p) => p.side === side)) found.fill(side, from, from + 7);
  }
  return found;
}

/** Of 3 points in a row on one side of the mean at least 2 are close to the limit: those that are close. */
function twoOfThree(points: readonly Standing[]): Side[] {
  const found: Side[] = points.map(() => 0);
  for (const { from, seen } of windows(points, 3)) {
    const { side } = seen[0]!;
    if (seen.some((p) => p.side !== side) || seen.filter((p) => p.close).length < 2) continue;
    seen.forEach((p, i) => p.close && (found[from + i] = side));
  }
  return found;
}

const NAMES: [high: SpecialCause, low: SpecialCause][] = [
  ['Above UCL', 'Below LCL'],
  ['7 Point Trend (Increasing)', '7 Point Trend (Decreasing)'],
  ['2 in 3 Above CL', '2 in 3 Below CL'],
  ['7 Points Above CL', '7 Points Below CL'],
];

/**
 * The special-cause rules of NHS England's Making Data Count over the points of one rebase group, in order of date. A point that
 * meets several is named by the first of: outside a limit, trend, two of three, run (as NHSRplotthedots 0.2.2 does).
 */
export function specialCauses(units: readonly bigint[], points: readonly Standing[]): SpecialCause[] {
  const outside = points.map((p): Side => (p.outside ? p.side : 0));
  const rules = [outside, trends(units), twoOfThree(points), runs(points)];
  return points.map((_, i) => {
    const rule = rules.findIndex((found) => found[i] !== 0);
    return rule < 0 ? 'Common Cause' : NAMES[rule]![rules[rule]![i] === 1 ? 0 : 1];
  });
}
