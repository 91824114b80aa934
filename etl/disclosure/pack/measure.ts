import type { KpiHeader } from '../../build/definition.ts';
import type { Standing } from '../../decisions/log.ts';
import { decisionsOf } from '../../decisions/of-kpi.ts';
import { splitTitle } from '../../query/describe.ts';
import type { Described, Release, ReleasedRow, ReleasedTable } from '../release.ts';
import type { PackPeriod } from './periods.ts';
import { type ReleasedTrend, releasedTrend } from './trend.ts';

/** What the papers say of one KPI. */
export interface PackMeasure extends Described {
  kpi: string;
  /** Why it has a sheet of its own; null where it has none. */
  sheet: 'worse' | 'chosen' | null;
  /** The period of the papers, and the same one of the year before; null where nothing final is released. */
  now: ReleasedRow | null;
  year_before: ReleasedRow | null;
  trend: ReleasedTrend;
  /** Financial years, oldest first. */
  years: ReleasedRow[];
  /** The last financial year by each split that is released. */
  splits: { id: string; title: string; rows: ReleasedRow[] }[];
}

/** The years that the papers show. */
const YEARS = 4;

/** Every measure that is released, in the order of the policy; one that is not by the period's kind has no figure of it. */
export function packMeasures(
  { tables }: Release,
  headers: (kpi: string) => KpiHeader,
  standing: readonly Standing[],
  period: PackPeriod,
  chosen: readonly string[],
): PackMeasure[] {
  return [...new Map(tables.map((table) => [table.kpi, table])).values()].map(
    ({ kpi, title, unit, measure, better, definition }) => {
      const own = tables.filter((table) => table.kpi === kpi);
      const whole = own.filter(({ by }) => by === null);
      const rowsBy = (grain: PackPeriod['grain']) => whole.find((table) => table.grain === grain)?.rows ?? [];
      const rows = rowsBy(period.grain);
      const trend = judgedTrend(whole, headers(kpi), standing, period);
      const worse = trend.signal.variation?.startsWith('concern');
      const years = upTo(rowsBy('year'), period).slice(-YEARS);
      return {
        kpi,
        title,
        unit,
        measure,
        better,
        definition,
        sheet: worse ? 'worse' : chosen.includes(kpi) ? 'chosen' : null,
        now: rows.find((row) => row.period === period.period) ?? null,
        year_before: rows.find(({ to }) => to.slice(0, 7) === yearBefore(period.to)) ?? null,
        trend,
        years,
        splits: own.flatMap((table) => splitIn(table, years.at(-1)?.to)),
      };
    },
  );
}

/** By the shortest periods by which it can be judged: of months, if no figure of a month is withheld. */
function judgedTrend(
  tables: ReleasedTable[],
  header: KpiHeader,
  standing: readonly Standing[],
  { to }: PackPeriod,
): ReleasedTrend {
  const decisions = decisionsOf(standing, { id: tables[0]!.kpi, unit: header.unit }, false);
  const trends = (['month', 'quarter', 'year'] as const).flatMap((grain) =>
    tables.filter((table) => table.grain === grain).map((table) => releasedTrend(table, header, decisions, to)),
  );
  return (
    trends.find(({ signal }) => signal.because === null) ??
    trends.find(({ grain }) => grain === 'quarter') ??
    trends[0]!
  );
}

const upTo = (rows: readonly ReleasedRow[], { to }: PackPeriod) => rows.filter((row) => row.to <= to);
const yearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4, 7)}`;

function splitIn({ by, rows }: ReleasedTable, to: string | undefined): PackMeasure['splits'] {
  const own = rows.filter((row) => row.to === to);
  return by === null || own.length === 0 ? [] : [{ id: by, title: splitTitle(by), rows: own }];
}
