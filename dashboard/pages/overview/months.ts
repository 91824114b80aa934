import { isMonth, monthsBetween, monthsCovered } from '../../api/window.ts';
import type { Kpi } from '../../api/shapes.ts';
import { firstOfMonth, monthNumber } from '../../api/months.ts';

/** The months that the overview may be as at, the latest first: those that have ended by the last day that files cover. */
export function monthsOffered(kpis: readonly Pick<Kpi, 'covered'>[]): string[] {
  const covered = monthsCovered(kpis);
  if (!covered) return [];
  const lastDay = kpis
    .flatMap(({ covered: days }) => days?.to ?? [])
    .toSorted()
    .at(-1)!;
  const ends = new Date(`${lastDay}T00:00:00Z`);
  ends.setUTCDate(ends.getUTCDate() + 1);
  const to = firstOfMonth(monthNumber(ends.toISOString().slice(0, 10)) - 1).slice(0, 7);
  return monthsBetween({ from: covered.from, to });
}

/**
 * The month that an address asks for, and what it asks for that is not there. The latest month is the default, and so is none.
 * @param offered the latest first; undefined while it is not known
 */
export function monthAsked(
  asked: string | undefined,
  offered: readonly string[] | undefined,
): { month: string | undefined; ignored: string | undefined } {
  const known = asked !== undefined && isMonth(asked) && (offered === undefined || offered.includes(asked));
  return {
    month: known && asked !== offered?.[0] ? asked : undefined,
    ignored: asked !== undefined && !known ? `to=${asked}` : undefined,
  };
}
