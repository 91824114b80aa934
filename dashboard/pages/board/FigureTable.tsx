import type { Measured, SeriesRow } from '../../api/shapes.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { figureColumns } from '../../components/figure-columns.ts';

interface FigureTableProps {
  caption: string;
  /** What its first column says of a row. */
  heading: string;
  head(row: SeriesRow): string;
  measure: Measured;
  rows: readonly SeriesRow[];
}

/** Released figures of one measure, with numerator and denominator. */
export const FigureTable = (props: FigureTableProps) => (
  <DataTable
    caption={props.caption}
    columns={[{ title: props.heading, heads: true, cell: props.head }, ...figureColumns(props.rows, props.measure)]}
    rows={props.rows}
  />
);
