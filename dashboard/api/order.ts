/** What the partnership's board asks for first; any other KPI follows, in the order of the API. */
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
  'mace-missing-90d',
  'mace-consultation-overdue',
];

/** KPIs in the order in which pages show them. */
export function inOrder<T extends { id: string }>(kpis: readonly T[]): T[] {
  const rank = ({ id }: T) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  return kpis.toSorted((a, b) => rank(a) - rank(b));
}
