import { pinnedBy } from './pinned.ts';
import type { Grain, Kpi } from './shapes.ts';
import { isMonth, LASTS, type Window } from './window.ts';

/** What a page of figures shows; everything in it is in the page's address, and nothing about a child is. */
export interface View {
  grain: Grain;
  by: string | undefined;
  where: Record<string, string[]>;
  kpi: string | undefined;
  window: Window;
  /** What may come again, for the curve of it. */
  curve: string | undefined;
  /** The day of the lists that are laid over one another. */
  on: string | undefined;
}

type Split = Kpi['splits'][number];
export const GRAINS: readonly { id: Grain; title: string }[] = [
  { id: 'month', title: 'Month' },
  { id: 'quarter', title: 'Quarter' },
  { id: 'year', title: 'Financial year' },
  { id: 'rolling12', title: 'Rolling 12 months' },
];
export const CURVES = ['concern', 'referral', 'notice', 'missing'] as const;

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
  const ids = <T extends string>(all: readonly { id: T }[]) => all.map(({ id }) => id);
  const fit = (name: string, isFit: (value: string) => boolean): string | undefined => {
    const value = asked.get(name);
    if (value === null || isFit(value)) return value ?? undefined;
    ignored.push(`${name}=${value}`);
    return undefined;
  };
  const known = <T extends string>(name: string, offered: readonly T[]) =>
    fit(name, (value) => offered.some((one) => one === value)) as T | undefined;
  const grain = known('grain', ids(GRAINS)) ?? 'month';
  const by = known('by', ids(splits));
  const kpi = known('kpi', ids(kpis));
  const from = fit('from', isMonth);
  const to = fit('to', (month) => isMonth(month) && (!from || month >= from));
  const last = from || to ? known('last', []) : known('last', ids(LASTS));
  const curve = known('curve', CURVES);
  const on = fit('on', (day) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  const where: View['where'] = {};
  for (const [name, value] of asked) {
    if (!name.startsWith('where.')) continue;
    const split = splits.find((s) => `where.${s.id}` === name);
    if (split?.values.includes(value)) (where[split.id] ??= []).push(value);
    else ignored.push(`${name}=${value}`);
  }
  return { grain, by, where, kpi, window: { last, from, to }, curve, on, ignored };
}

/** A filter with one value of a split chosen, or no longer chosen. */
export function withValue(where: View['where'], split: string, value: string): View['where'] {
  const { [split]: before = [], ...others } = where;
  const values = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return values.length > 0 ? { ...others, [split]: values } : others;
}

/** Shows all there is, in the way that the page begins with. */
export const EVERYTHING: View = {
  grain: 'month',
  by: undefined,
  where: {},
  kpi: undefined,
  window: {},
  curve: undefined,
  on: undefined,
};

/**
 * The address of a view: only what differs from the default, in a fixed order; empty for the default.
 * @param search the address so far: the snapshot that it pins stays pinned
 */
export function writeView(view: View, search = ''): string {
  const { kpi, grain, by, where, window, curve, on } = view;
  const query = new URLSearchParams();
  const asAt = pinnedBy(search);
  const given = { kpi, grain: grain === 'month' ? undefined : grain, by, ...window, curve, on, as_at: asAt };
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, String(value));
  addWhere(query, where);
  return query.size > 0 ? `?${query}` : '';
}

/** What of an address means the same on another page of figures: the filter, the period, the months, the snapshot. */
const KEPT = /^(where\..+|grain|last|from|to|as_at)$/;

/** The address of another page, with what of this one's view means the same there. */
export function keptIn(path: string, search: string): string {
  const query = new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => KEPT.test(name)));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The address of a page that has no view, with the snapshot and what else it is to say. */
export function pinnedIn(path: string, search: string, more: Record<string, string> = {}): string {
  const asAt = pinnedBy(search);
  const query = new URLSearchParams({ ...(asAt && { as_at: String(asAt) }), ...more });
  return query.size > 0 ? `${path}?${query}` : path;
}

export const hasSplit = (kpi: { splits: readonly Split[] }, id: string) => kpi.splits.some((split) => split.id === id);

export function addWhere(query: URLSearchParams, where: View['where']): void {
  for (const split of Object.keys(where).sort())
    for (const value of where[split]!) query.append(`where.${split}`, value);
}
