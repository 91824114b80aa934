import { firstOfMonth, monthNumber } from './months.ts';
import type { Grain, Kpi } from './shapes.ts';

/** Which months a page shows: the latest so many, those of the financial year, all, or from one to another. Empty for the default. */
export interface Window {
  last?: Last | undefined;
  /** Months, as `2024-11`. */
  from?: string | undefined;
  to?: string | undefined;
}

export const LASTS = [
  { id: '12', title: 'Latest 12 months' },
  { id: '24', title: 'Latest 24 months' },
  { id: '36', title: 'Latest 36 months' },
  { id: 'year', title: 'Financial year to date' },
  { id: 'all', title: 'All months' },
] as const;
export type Last = (typeof LASTS)[number]['id'];

/** Months are read two years at a time; longer periods are too few to leave any out. */
export const defaultLast = (grain: Grain): Last => (grain === 'month' ? '24' : 'all');

export const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
const monthOf = (n: number) => firstOfMonth(n).slice(0, 7);

/** The first and the last month that files cover for any of the KPIs; undefined when there are none. */
export function monthsCovered(kpis: readonly Pick<Kpi, 'covered'>[]): { from: string; to: string } | undefined {
  const days = kpis.flatMap(({ covered }) => covered ?? []);
  if (days.length === 0) return undefined;
  return {
    from: days.map(({ from }) => from.slice(0, 7)).sort()[0]!,
    to: days
      .map(({ to }) => to.slice(0, 7))
      .sort()
      .at(-1)!,
  };
}

/** Every month from one to another, the latest first: what people ask for is near the end. */
export function monthsBetween({ from, to }: { from: string; to: string }): string[] {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => monthOf(last - i));
}

/** The months that a window stands for. No `from` and no `to`: all there are. */
export function monthsOf(
  window: Window,
  grain: Grain,
  covered: { to: string } | undefined,
): { from?: string; to?: string } {
  const { from, to, last = defaultLast(grain) } = window;
  if (from || to) return { ...(from && { from }), ...(to && { to }) };
  if (last === 'all' || !covered) return {};
  const end = monthNumber(covered.to);
  // A financial year begins in April, the fourth month.
  return { from: monthOf(last === 'year' ? end - ((end + 9) % 12) : end - Number(last) + 1) };
}
