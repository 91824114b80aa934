import type { Kpi, SeriesRow } from '../api/shapes.ts';

/** Splits whose values have an order of their own, in which people look for them. */
const ORDERED = ['age_band', 'risk'];
const NOT_KNOWN = 'Not known';

/** The rows of one period by the values of a split: largest first, or in the order of the split, and what is not known last. */
export function ranked(rows: readonly SeriesRow[], split: Kpi['splits'][number]): SeriesRow[] {
  const listed = split.values.flatMap((value) => rows.find((row) => row.split[split.id] === value) ?? []);
  if (ORDERED.includes(split.id)) return listed;
  const last = (row: SeriesRow) => Number(row.split[split.id] === NOT_KNOWN);
  return listed.sort((a, b) => last(a) - last(b) || (b.value ?? -1) - (a.value ?? -1));
}
