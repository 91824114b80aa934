import { countedOnce } from '../build/cells.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { kpiOf } from './request.ts';

const SPLIT_TITLES: Record<string, string> = {
  age_band: 'Age',
  ethnicity_group: 'Ethnicity',
  missing_from: 'Place missing from',
  opened_by: 'Kind of concern',
  sex: 'Sex',
  town: 'Town',
};
/** A split's name for people: `notice_type` is "Notice type". */
export const splitTitle = (id: string) =>
  SPLIT_TITLES[id] ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', ' ');

/** Everything about a KPI that is not a number: its definition, splits with their values, what covers it, its query. @throws SafeguardingError when there is none */
export function describeKpi(snapshot: Snapshot, id: string) {
  const { header: h, splits, covered, sql } = kpiOf(snapshot, id);
  return {
    id,
    title: h.title,
    question: h.question,
    priority: h.priority,
    measure: h.measure,
    unit: h.unit,
    counted_once: countedOnce(h) !== undefined,
    better: h.better,
    chart: h.chart,
    splits: Object.entries(splits).map(([split, values]) => ({ id: split, title: splitTitle(split), values })),
    definition: h.definition,
    owner: h.owner,
    catalogue: h.catalogue ?? null,
    extracts: h.covered_by,
    covered,
    published: h.published,
    sql,
  };
}
