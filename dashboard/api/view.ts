import type { Grain, Kpi } from './shapes.ts';

/** What a family page shows; everything in it is in the page's address, and nothing about a child is. */
export interface View {
  grain: Grain;
  by: string | undefined;
  where: Record<string, string[]>;
  kpi: string | undefined;
}

type Split = Kpi['splits'][number];
export const GRAINS: readonly { id: Grain; title: string }[] = [
  { id: 'month', title: 'Month' },
  { id: 'quarter', title: 'Quarter' },
  { id: 'year', title: 'Financial year' },
  { id: 'rolling12', title: 'Rolling 12 months' },
];

/** All splits that any of the KPIs has, each with all its values. */
export function allSplits(kpis: readonly { splits: readonly Split[] }[]): Split[] {
  const found = new Map<string, Split>();
  for (const split of kpis.flatMap((kpi) => kpi.splits)) {
    const values = new Set([...(found.get(split.id)?.values ?? []), ...split.values]);
    found.set(split.id, { ...split, values: [...values] });
  }
  return [...found.values()];
}

/** The view that an address asks for. What it asks for that is not there is left out, and named in `ignored`. */
export function readView(
  search: string,
  kpis: readonly { id: string; splits: readonly Split[] }[],
): View & { ignored: string[] } {
  const asked = new URLSearchParams(search);
  const splits = allSplits(kpis);
  const ignored: string[] = [];
  const known = <T extends string>(name: string, offered: readonly T[]): T | undefined => {
    const value = asked.get(name);
    const found = offered.find((one) => one === value);
    if (value !== null && found === undefined) ignored.push(`${name}=${value}`);
    return found;
  };
  const grain =
    known(
      'grain',
      GRAINS.map((g) => g.id),
    ) ?? 'month';
  const by = known(
    'by',
    splits.map((s) => s.id),
  );
  const kpi = known(
    'kpi',
    kpis.map((k) => k.id),
  );
  const where: View['where'] = {};
  for (const [name, value] of asked) {
    if (!name.startsWith('where.')) continue;
    const split = splits.find((s) => `where.${s.id}` === name);
    if (split?.values.includes(value)) (where[split.id] ??= []).push(value);
    else ignored.push(`${name}=${value}`);
  }
  return { grain, by, where, kpi, ignored };
}

/** A filter with one value of a split chosen, or no longer chosen. */
export function withValue(where: View['where'], split: string, value: string): View['where'] {
  const { [split]: before = [], ...others } = where;
  const values = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return values.length > 0 ? { ...others, [split]: values } : others;
}

/** The address of a view: only what differs from the default, in a fixed order; empty for the default. */
export function writeView({ kpi, grain, by, where }: View): string {
  const query = new URLSearchParams();
  if (kpi) query.set('kpi', kpi);
  if (grain !== 'month') query.set('grain', grain);
  if (by) query.set('by', by);
  addWhere(query, where);
  return query.size > 0 ? `?${query}` : '';
}

type Asked = { id: string; splits: readonly Split[] };

/** The address of a series. A split that the KPI does not have is left out. */
export const seriesPath = (kpi: Asked, view: Omit<View, 'kpi'>, format?: 'csv'): string =>
  `${pathOf('series', kpi, view)}${format ? `&format=${format}` : ''}`;

/** The address of a series with what may be said of it. */
export const trendPath = (kpi: Asked, view: Omit<View, 'kpi'>): string => pathOf('trend', kpi, view);

function pathOf(what: 'series' | 'trend', kpi: Asked, view: Omit<View, 'kpi'>): string {
  const query = new URLSearchParams({ grain: view.grain });
  if (view.by && hasSplit(kpi, view.by)) query.set('by', view.by);
  addWhere(query, Object.fromEntries(Object.entries(view.where).filter(([split]) => hasSplit(kpi, split))));
  return `/kpis/${kpi.id}/${what}?${query}`;
}

/** The splits that a flow of notices may be filtered by. */
const FLOW_SPLITS = ['town', 'age_band', 'sex', 'ethnicity_group', 'notice_type', 'risk'];

/** The address of the flow of notices. */
export function flowPath(where: View['where']): string {
  const query = new URLSearchParams();
  addWhere(query, Object.fromEntries(Object.entries(where).filter(([split]) => FLOW_SPLITS.includes(split))));
  return `/flow${query.size > 0 ? `?${query}` : ''}`;
}

export const hasSplit = (kpi: { splits: readonly Split[] }, id: string) => kpi.splits.some((split) => split.id === id);

function addWhere(query: URLSearchParams, where: View['where']): void {
  for (const split of Object.keys(where).sort())
    for (const value of where[split]!) query.append(`where.${split}`, value);
}
