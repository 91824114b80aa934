import type { KpiHeader } from '../build/definition.ts';
import type { Covered } from '../build/live.ts';
import { addDays, addMonths, type Grain, type Period, periodsBetween } from '../periods.ts';
import { coveredDays, stretches } from './covered.ts';

export type Status = 'final' | 'provisional' | 'incomplete' | 'withheld';
export interface CoveredPeriod extends Period {
  status: Status;
}

/**
 * The periods that have a row: those of which at least one day is covered. A period is incomplete when a day of it is not covered,
 * or when it looks back or forward to days that are not; provisional while late records are still expected.
 * @param coverage the days that each extract covers
 * @param settled the last day whose records have settled
 */
export function coveredPeriods(
  header: KpiHeader,
  coverage: Record<string, Covered[]>,
  grain: Grain,
  settled: string,
): CoveredPeriod[] {
  const days = coveredDays(header, coverage);
  if (days.length === 0) return [];
  const isWhole = header.measure === 'stock' ? wholePosition(header, coverage, days) : wholePeriod(header, days);
  return periodsBetween(grain, days[0]!.from, days.at(-1)!.to).flatMap((period) => {
    if (!days.some((d) => d.from <= period.to && d.to >= period.from)) return [];
    return [
      {
        ...period,
        status: !isWhole(period)
          ? ('incomplete' as const)
          : period.to > settled
            ? ('provisional' as const)
            : ('final' as const),
      },
    ];
  });
}

const holds = (days: readonly Covered[], from: string, to: string) => days.some((d) => d.from <= from && d.to >= to);

const wholePeriod = (header: KpiHeader, days: readonly Covered[]) => (period: Period) =>
  holds(days, addMonths(period.from, -header.look_back), addMonths(period.to, header.complete_after));

/** A stock is measured at the last position of a period, and looks back from that day over the extracts that hold events. */
function wholePosition(header: KpiHeader, coverage: Record<string, Covered[]>, days: readonly Covered[]) {
  const continuous = header.covered_by
    .map((extract) => stretches(coverage[extract] ?? []))
    .filter((all) => all.some((d) => d.from < d.to));
  return (period: Period) => {
    const position = days.filter((d) => d.from <= period.to).at(-1)!.to;
    return continuous.every((all) => holds(all, addMonths(position, -header.look_back), position));
  };
}

/** The last day whose records have settled, by the slowest extract a KPI needs. */
export function settledDay(builtAt: string, settlesAfterDays: readonly number[]): string {
  return addDays(builtAt.slice(0, 10), -Math.max(0, ...settlesAfterDays) - 1);
}
