import { gChart, type RareLimits } from './rare-events.ts';

/** Fewer events than this have no limits: list them instead. */
const FEWEST_EVENTS = 10;

export interface BetweenEvents {
  /** Days from each event to the next: 0 for two on one day. */
  gaps: { from: string; to: string; days: number }[];
  /** Days since the last event, still running: drawn hollow, and never used for the limits. Null without events. */
  open: number | null;
  /** Null below ten events. */
  limits: RareLimits | null;
  /** `longer`: the running gap is beyond the upper limit. `closer`: the last 7 gaps are all below the centre line. */
  signal: 'longer' | 'closer' | null;
}

/**
 * Rare events by the days between them, as a g chart. A single short gap can hardly be a signal; seven can.
 * @param dates of occurrence, not of registration, as ISO dates
 * @param through the last day that the data tell of
 * @throws RangeError for an event after that day
 */
export function betweenEvents(dates: readonly string[], through: string): BetweenEvents {
  const inOrder = dates.toSorted();
  const last = inOrder.at(-1);
  if (last === undefined) return { gaps: [], open: null, limits: null, signal: null };
  if (last > through) throw new RangeError('An event lies after the last day that the data tell of.');
  const gaps = inOrder.slice(1).map((to, i) => ({ from: inOrder[i]!, to, days: daysBetween(inOrder[i]!, to) }));
  const open = daysBetween(last, through);
  const days = gaps.map((gap) => gap.days);
  const limits = dates.length >= FEWEST_EVENTS ? gChart(days) : null;
  const closer = limits !== null && days.slice(-7).every((d) => d < limits.centre);
  return { gaps, open, limits, signal: limits && open > limits.upper ? 'longer' : closer ? 'closer' : null };
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
