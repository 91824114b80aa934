import { hasSplit } from '../../api/view.ts';
import type { KpiSummary } from '../../api/shapes.ts';

/** A breakdown that a page begins with: one KPI at its latest period, by each of some splits. */
export interface Feature {
  title: string;
  kpi: string;
  by: string[];
}

/** What a family is asked first. `by` empty: every split that the KPI has. */
const FEATURES: Record<string, Feature> = {
  ppn: { title: 'What became of the notices that were triaged', kpi: 'ppn-triage-outcome', by: ['outcome'] },
  missing: { title: 'Who and where: missing episodes', kpi: 'missing-episodes', by: ['town', 'age_band'] },
  mace: { title: 'Who is in the cohort', kpi: 'mace-open', by: [] },
};

/** The feature of a page, or undefined where the page has none or the snapshot lacks its KPI or its splits. */
export function featureOf(priority: string, kpis: readonly KpiSummary[]): Feature | undefined {
  const feature = FEATURES[priority];
  const kpi = kpis.find((one) => one.id === feature?.kpi);
  if (!feature || !kpi) return undefined;
  const by = feature.by.length > 0 ? feature.by.filter((id) => hasSplit(kpi, id)) : kpi.splits.map((split) => split.id);
  return by.length > 0 ? { ...feature, by } : undefined;
}

/** The words of a family that not every reader knows, as ids of the glossary. */
export const WORDS: Record<string, string[]> = {
  'repeat-concerns': ['concern', 'contact', 're-referral'],
  ppn: ['ppn', 'triage', 'nfa', 'front-door'],
  missing: ['missing', 'rhi'],
  mace: ['mace', 'consultation', 'cp-plan'],
};
