// The overview: which KPIs are headlines, and how a row reads.
import type { KpiSummary, Snapshot } from '../../api/shapes.ts';

type Priority = Snapshot['partnership']['priorities'][number];
export interface Group {
  priority: Priority;
  kpis: KpiSummary[];
}

/** At most so many for each priority: more do not fit one sheet. */
const MOST = 4;

/** What the partnership's board asks for first. A KPI that is not named here follows, in the order of the API, while there is room. */
const FIRST = [
  'repeat-concerns-12m',
  're-referrals-12m',
  'ppn-received',
  'ppn-repeat-12m',
  'ppn-triaged-next-day',
  'police-contacts',
  'missing-children',
  'missing-episodes',
  'missing-rhi-72h',
  'mace-open',
  'mace-no-plan',
  'mace-consultation-overdue',
  'mace-missing-90d',
];

/** The headline KPIs, grouped by priority. A KPI without a single figure is no headline. */
export function headlines(priorities: readonly Priority[], kpis: readonly KpiSummary[]): Group[] {
  const rank = ({ id }: KpiSummary) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  return priorities
    .map((priority) => ({
      priority,
      kpis: kpis
        .filter((kpi) => kpi.priority === priority.id && kpi.latest)
        .toSorted((a, b) => rank(a) - rank(b))
        .slice(0, MOST),
    }))
    .filter((group) => group.kpis.length > 0);
}
