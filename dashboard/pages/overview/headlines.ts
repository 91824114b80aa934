import { inOrder } from '../../api/order.ts';
import type { KpiSummary, SeriesRow, Snapshot } from '../../api/shapes.ts';
import { monthNumber } from '../../words/dates.ts';

type Priority = Snapshot['partnership']['priorities'][number];
export interface Group {
  priority: Priority;
  kpis: KpiSummary[];
}

/** At most so many for each priority: more do not fit one sheet. */
const MOST = 4;

/** The headline KPIs, grouped by priority. One without a figure, or that is not for following over time, is no headline. */
export const headlines = (priorities: readonly Priority[], kpis: readonly KpiSummary[]): Group[] =>
  priorities
    .map((priority) => ({
      priority,
      kpis: inOrder(kpis.filter((kpi) => kpi.priority === priority.id && kpi.latest && kpi.chart !== 'none')).slice(
        0,
        MOST,
      ),
    }))
    .filter((group) => group.kpis.length > 0);

const SPARK_MONTHS = 24;

/**
 * The rows of a sparkline: up to the figure beside it, since a month that has only begun looks like a fall, and no further back
 * than two years, also where a figure comes each quarter.
 */
export const sparkRows = ({ spark, latest }: Pick<KpiSummary, 'spark' | 'latest'>): SeriesRow[] =>
  spark.filter(
    (row) => !latest || (row.to <= latest.to && monthNumber(row.to) > monthNumber(latest.to) - SPARK_MONTHS),
  );
