import type { Contract } from './contract.ts';

/** A stretch of days, both ends included, as ISO dates. */
export interface Period {
  label: string;
  from: string;
  to: string;
}

const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const two = (n: number) => String(n).padStart(2, '0');

/** A calendar month: `2024-11`. */
export const month = (year: number, m: number): Period => ({
  label: `${year}-${two(m)}`,
  from: iso(year, m, 1),
  to: iso(year, m + 1, 0),
});

/** A financial year, April to March: `2024-25` begins on 1 April 2024. */
export const financialYear = (year: number): Period => ({
  label: `${year}-${two((year + 1) % 100)}`,
  from: iso(year, 4, 1),
  to: iso(year + 1, 3, 31),
});

/** A quarter of a financial year: quarter 1 is April to June. */
export const financialQuarter = (year: number, quarter: number): Period => ({
  label: `${financialYear(year).label} Q${quarter}`,
  from: iso(year, 1 + quarter * 3, 1),
  to: iso(year, 4 + quarter * 3, 0),
});

/** One day, for a position. */
export const day = (date: string): Period => ({ label: date, from: date, to: date });

const TERMS: Record<string, [number, number]> = { spring: [1, 3], summer: [4, 7], autumn: [9, 12] };
/** A school term: `2025 spring`. The months are those in which a term's census may fall. */
export const term = (year: number, name: string): Period | undefined => {
  const months = TERMS[name];
  return months && { label: `${year} ${name}`, from: iso(year, months[0], 1), to: iso(year, months[1] + 1, 0) };
};

const real = (date: string) => !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);

/** The period that the parts of a file name say, or undefined when they say none. */
export function periodFromParts(
  kind: Contract['periodKind'],
  parts: Record<string, string | undefined>,
): Period | undefined {
  const [y, m, q] = [Number(parts.year), Number(parts.month), Number(parts.quarter)];
  if (kind === 'month') return y && m >= 1 && m <= 12 ? month(y, m) : undefined;
  if (kind === 'financial-quarter') return y && q >= 1 && q <= 4 ? financialQuarter(y, q) : undefined;
  if (kind === 'term') return y && parts.term ? term(y, parts.term.toLowerCase()) : undefined;
  const date = `${parts.year}-${parts.month}-${parts.day}`;
  return real(date) ? day(date) : undefined;
}

/** Reads a period as people write it: `2024-11`, `2024-25 Q3`, `2024-25`, `2025-03-31`, `2025 spring`. A financial year before 2012-13 would read as a month. */
export function parsePeriod(text: string): Period | undefined {
  const [, y, rest] = /^(\d{4})[- ](.+)$/.exec(text.trim()) ?? [];
  if (!y || !rest) return undefined;
  const year = Number(y);
  if (/^\d\d-\d\d$/.test(rest)) return real(`${y}-${rest}`) ? day(`${y}-${rest}`) : undefined;
  const quarter = /^(\d\d) Q([1-4])$/i.exec(rest);
  if (quarter) return Number(quarter[1]) === (year + 1) % 100 ? financialQuarter(year, Number(quarter[2])) : undefined;
  if (/^\d\d$/.test(rest)) {
    if (Number(rest) >= 1 && Number(rest) <= 12) return month(year, Number(rest));
    return Number(rest) === (year + 1) % 100 ? financialYear(year) : undefined;
  }
  return term(year, rest.toLowerCase());
}

/** A day so many days later (or earlier). */
export const addDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** The same day of the month so many months later (or earlier), or that month's last day. */
export function addMonths(date: string, months: number): string {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(y, m + months, 0)).getUTCDate();
  return iso(y, m + months, Math.min(d, last));
}

export const GRAINS = ['month', 'quarter', 'year', 'rolling12', 'all'] as const;
export type Grain = (typeof GRAINS)[number];

/** All periods of a grain that touch the days from `from` to `to`. Rolling periods are named by their last month. */
export function periodsBetween(grain: Grain, from: string, to: string): Period[] {
  if (grain === 'all') return [{ label: 'all', from, to }];
  const periods: Period[] = [];
  for (let at = `${from.slice(0, 7)}-01`; at <= to;) {
    const [year, m] = at.split('-').map(Number) as [number, number];
    const fy = m >= 4 ? year : year - 1;
    const period =
      grain === 'year'
        ? financialYear(fy)
        : grain === 'quarter'
          ? financialQuarter(fy, Math.floor(((m + 8) % 12) / 3) + 1)
          : month(year, m);
    periods.push(
      grain === 'rolling12'
        ? { label: `${period.label} (12m)`, from: addMonths(period.from, -11), to: period.to }
        : period,
    );
    at = addDays(period.to, 1);
  }
  return periods;
}
