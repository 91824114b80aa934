import type { KpiHeader } from '../build/definition.ts';
import type { Covered } from '../build/live.ts';
import { addDays } from '../periods.ts';

/** Joins stretches of days that touch or overlap. */
export function stretches(days: readonly Covered[]): Covered[] {
  const joined: Covered[] = [];
  for (const next of [...days].sort((a, b) => a.from.localeCompare(b.from))) {
    const last = joined.at(-1);
    if (last && next.from <= addDays(last.to, 1)) last.to = next.to > last.to ? next.to : last.to;
    else joined.push({ ...next });
  }
  return joined;
}

/** The days that two sets of stretches have in common. */
function common(a: readonly Covered[], b: readonly Covered[]): Covered[] {
  return a.flatMap((x) =>
    b.flatMap((y) => {
      const [from, to] = [x.from > y.from ? x.from : y.from, x.to < y.to ? x.to : y.to];
      return from <= to ? [{ from, to }] : [];
    }),
  );
}

/** The days for which every extract that a KPI needs has sent a file. */
export function coveredDays(
  header: Pick<KpiHeader, 'covered_by' | 'starts'>,
  coverage: Record<string, Covered[]>,
): Covered[] {
  const all = header.covered_by.map((extract) => stretches(coverage[extract] ?? []));
  const from = header.starts ? [{ from: header.starts, to: '9999-12-31' }] : [{ from: '0001-01-01', to: '9999-12-31' }];
  return all.reduce(common, from);
}

/** The first and the last day covered, or null when none is. */
export function coveredRange(
  header: Pick<KpiHeader, 'covered_by' | 'starts'>,
  coverage: Record<string, Covered[]>,
): Covered | null {
  const days = coveredDays(header, coverage);
  return days.length === 0 ? null : { from: days[0]!.from, to: days.at(-1)!.to };
}
