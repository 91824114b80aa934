import type { Measured } from '../measured.ts';
import type { Marked } from '../sensitive.ts';
import type { SeriesRow } from '../series.ts';
import type { KpiSides } from './sides.ts';
import { type Files, type Why, whyOf } from './why.ts';

/** A month of a KPI whose figure is not what it was; marked where either figure is small. */
export interface Revision extends Marked {
  period: string;
  from: string;
  to: string;
  was: Shown;
  now: Shown;
  why: Why[];
}
export type Shown = Measured & Pick<SeriesRow, 'status'>;

export interface KpiRevisions {
  kpi: string;
  /** The months that had a figure then and have one now. */
  compared: number;
  /** Newest first. */
  revised: Revision[];
}

/** The figures that were shown before as those of a whole month and are others now. KPIs without one are left out. */
export const figuresRevised = (sides: readonly KpiSides[], files: Files): KpiRevisions[] =>
  sides.flatMap((both) => {
    const pairs = pairsOf(both);
    const revised = pairs
      .filter(({ was, now }) => !same(was, now))
      .map(({ was, now }) => ({
        period: now.period,
        from: now.from,
        to: now.to,
        was: shown(was),
        now: shown(now),
        why: whyOf(both, now, files),
        ...(was.sensitive || now.sensitive ? { sensitive: true as const } : {}),
      }));
    return revised.length > 0 ? [{ kpi: both.kpi, compared: pairs.length, revised: revised.reverse() }] : [];
  });

function pairsOf({ was, now }: KpiSides): { was: SeriesRow; now: SeriesRow }[] {
  const then = new Map(was?.months.filter(isFigure).map((row) => [row.from, row]));
  return (now?.months ?? []).flatMap((row) => (then.has(row.from) ? [{ was: then.get(row.from)!, now: row }] : []));
}

/** A month that was not whole, or had nothing to divide by, was not shown as a figure that somebody could have relied on. */
const isFigure = (row: SeriesRow) => row.status !== 'incomplete' && row.value !== null;

const same = (a: SeriesRow, b: SeriesRow) =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator;

const shown = ({ numerator, denominator, value, status }: SeriesRow): Shown => ({
  numerator,
  denominator,
  value,
  status,
});
