import { inOrder } from '../../api/order.ts';
import { pinnedBy } from '../../api/pinned.ts';
import type { KpiSummary, SeriesRow, Snapshot } from '../../api/shapes.ts';
import { monthNumber } from '../../api/months.ts';
import { periodName } from '../../words/dates.ts';
import { valueText } from '../../words/numbers.ts';

type Priority = Snapshot['partnership']['priorities'][number];
export interface Group {
  priority: Priority;
  kpis: KpiSummary[];
}

/** At most so many for each priority, and in all: more do not fit one screen or one sheet. */
const MOST = 4;
const MOST_IN_ALL = 12;

/** The headline KPIs, grouped by priority. One without a figure, or that is not for following over time, is no headline. */
export const headlines = (priorities: readonly Priority[], kpis: readonly KpiSummary[]): Group[] =>
  fitting(
    priorities
      .map((priority) => ({
        priority,
        kpis: inOrder(kpis.filter((kpi) => kpi.priority === priority.id && kpi.latest && kpi.chart !== 'none')).slice(
          0,
          MOST,
        ),
      }))
      .filter((group) => group.kpis.length > 0),
  );

/** Groups without the last KPIs of the longest, until all fit. */
function fitting(groups: Group[]): Group[] {
  const lengths = groups.map(({ kpis }) => kpis.length);
  if (lengths.reduce((a, b) => a + b, 0) <= MOST_IN_ALL) return groups;
  const longest = lengths.lastIndexOf(Math.max(...lengths));
  return fitting(groups.map((group, i) => (i === longest ? { ...group, kpis: group.kpis.slice(0, -1) } : group)));
}

const SPARK_MONTHS = 24;

/**
 * The rows of a sparkline: up to the figure beside it, since a month that has only begun looks like a fall, and no further back
 * than two years, also where a figure comes each quarter.
 */
export const sparkRows = ({ spark, latest }: Pick<KpiSummary, 'spark' | 'latest'>): SeriesRow[] =>
  spark.filter(
    (row) => !latest || (row.to <= latest.to && monthNumber(row.to) > monthNumber(latest.to) - SPARK_MONTHS),
  );

/**
 * Where a KPI's own page begins with the same figure.
 * @param to the last month shown, where it is not the latest
 * @param search the query of the page that leads there: a snapshot that it pins stays pinned
 */
export const kpiAddress = ({ id, priority }: Pick<KpiSummary, 'id' | 'priority'>, to?: string, search = ''): string =>
  `/${priority}?kpi=${id}${to ? `&to=${to}` : ''}${pinnedBy(search) ? `&as_at=${pinnedBy(search)}` : ''}`;

/** The month that the signal speaks of and its figure, where it is not the latest: late records may still change that one. */
export function judged(kpi: KpiSummary): string | undefined {
  const row = kpi.spark.find(({ period }) => period === kpi.signal.period);
  return row && kpi.signal.variation !== null && row.period !== kpi.latest?.period
    ? `${periodName(row)}: ${valueText(row.value, kpi)}`
    : undefined;
}
