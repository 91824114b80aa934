// The figures of the board pack as charts, tables and sentences take them. What is withheld has no value here either.
import type { PackMeasure } from '../../../etl/disclosure/pack/measure.ts';
import type { ReleasedRow } from '../../../etl/disclosure/release.ts';
import type { SeriesRow, SplitTrend } from '../../api/shapes.ts';

const number = (shown: ReleasedRow['value']) => (typeof shown === 'number' ? shown : null);

/** A released row; a withheld count is no number, and is written "Withheld". */
export const asRow = <R extends ReleasedRow>({ numerator, denominator, value, ...row }: R) => ({
  ...row,
  numerator: number(numerator) ?? Number.NaN,
  denominator: denominator === null ? null : (number(denominator) ?? Number.NaN),
  value: number(value),
});

/** A released series with what may be said of it. */
export const asTrend = ({ trend: { points, ...said } }: PackMeasure): SplitTrend => ({
  ...said,
  split: {},
  points: points.map((point) => ({ ...asRow(point), interval: null, year_before: null })),
});

export const asRows = (rows: readonly ReleasedRow[]): SeriesRow[] => rows.map(asRow);
