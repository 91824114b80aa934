import type { KpiHeader } from '../build/definition.ts';
import type { Covered } from '../build/live.ts';
import { addDays, addMonths, type Grain, type Period, periodsBetween } from '../periods.ts';

export type Status = 'final' | 'provisional' | 'incomplete' | 'withheld';
export interface CoveredPeriod extends Period {
  status: Status;
}

/**
 * The periods that have a row: those of which at least one day is covered. A period is incomplete when a day of it is not covered,
 * or when it looks back or forward to days that are not; provisional while late records are still expected.
 * @param settled the last day whose records have settled
 */
export function coveredPeriods(header: KpiHeader, days: readonly Covered[], grain: Grain, settled: string): CoveredPeriod[] {
  if (days.length === 0) return [];
  const [first, last] = [days[0]!.from, days.at(-1)!.to];
  return periodsBetween(grain, first, last).flatMap((period) => {
    if (!days.some((d) => d.from <= period.to && d.to >= period.from)) return [];
    const needs = { from: addMonths(period.from, -header.look_back), to: addMonths(period.to, header.complete_after) };
    const whole = header.measure === 'stock' || days.some((d) => d.from <= needs.from && d.to >= needs.to);
    return [{ ...period, status: !whole ? ('incomplete' as const) : period.to > settled ? ('provisional' as const) : ('final' as const) }];
  });
}

/** The last day whose records have settled, by the slowest extract a KPI needs. */
export function settledDay(builtAt: string, settlesAfterDays: readonly number[]): string {
  return addDays(builtAt.slice(0, 10), -Math.max(0, ...settlesAfterDays) - 1);
}
