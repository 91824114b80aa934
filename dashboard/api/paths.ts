// What a view asks of the API.
import { firstOfMonth, monthNumber } from './months.ts';
import type { Grain, Kpi } from './shapes.ts';
import { addWhere, hasSplit, type View } from './view.ts';

type Asked = Pick<Kpi, 'id' | 'splits'>;
/** What of a view a series depends on, with its months worked out. */
export type Shown = Pick<View, 'grain' | 'by' | 'where'> & { from?: string; to?: string };

/** The address of a series. A split that the KPI does not have is left out. */
export const seriesPath = (kpi: Asked, shown: Shown): string => pathOf('series', kpi, shown);

/** The address of a series with what may be said of it. */
export const trendPath = (kpi: Asked, shown: Shown): string => pathOf('trend', kpi, shown);

function pathOf(what: 'series' | 'trend', kpi: Asked, shown: Shown): string {
  const query = new URLSearchParams({ grain: shown.grain });
  if (shown.by && hasSplit(kpi, shown.by)) query.set('by', shown.by);
  addMonths(query, shown, shown.grain);
  addWhere(query, Object.fromEntries(Object.entries(shown.where).filter(([split]) => hasSplit(kpi, split))));
  return `/kpis/${kpi.id}/${what}?${query}`;
}

/** The address of a comparison of the values of a split, over 12 months. */
export function funnelPath(kpi: Asked, by: string, { where, to }: Pick<Shown, 'where' | 'to'>): string {
  const query = new URLSearchParams({ by });
  if (to) query.set('to', to);
  const others = Object.entries(where).filter(([split]) => split !== by && hasSplit(kpi, split));
  addWhere(query, Object.fromEntries(others));
  return `/kpis/${kpi.id}/funnel?${query}`;
}

/** The splits that a flow of notices may be filtered by. */
const FLOW_SPLITS = ['town', 'age_band', 'sex', 'ethnicity_group', 'notice_type', 'risk'];

/** The address of the flow of notices that were written in the months shown. */
export function flowPath({ where, from, to }: Pick<Shown, 'where' | 'from' | 'to'>): string {
  const query = new URLSearchParams();
  addMonths(query, { from, to }, 'month');
  addWhere(query, Object.fromEntries(Object.entries(where).filter(([split]) => FLOW_SPLITS.includes(split))));
  return `/flow${query.size > 0 ? `?${query}` : ''}`;
}

function addMonths(query: URLSearchParams, { from, to }: { from?: string; to?: string }, grain: Grain): void {
  if (from) query.set('from', from);
  // The API keeps a period that begins by then: twelve months that end by then begin eleven months earlier.
  if (to) query.set('to', grain === 'rolling12' ? firstOfMonth(monthNumber(to) - 11).slice(0, 7) : to);
}

/** An address that is answered from one snapshot, whatever is built meanwhile. */
export const ofSnapshot = (path: string, snapshot: number): string =>
  `${path}${path.includes('?') ? '&' : '?'}as_at=${snapshot}`;
