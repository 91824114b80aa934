import type { Measured, SeriesRow } from '../api/shapes.ts';
import { countText, figureText } from '../words/numbers.ts';
import type { Column } from './DataTable.tsx';

/** The columns of a table of figures: numerator and denominator beside every rate, then the value. */
export const figureColumns = <R extends SeriesRow>(rows: readonly R[], kpi: Measured): Column<R>[] => [
  ...(rows.some((row) => row.denominator !== null)
    ? [
        { title: 'Numerator', number: true, cell: (row: R) => countText(row.numerator) },
        { title: 'Denominator', number: true, cell: (row: R) => countText(row.denominator) },
      ]
    : []),
  { title: `Value (${kpi.unit})`, number: true, cell: (row) => figureText(row, kpi) },
];
