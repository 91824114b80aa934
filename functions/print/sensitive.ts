import { type Marked, SMALL } from '../../etl/query/sensitive.ts';
import type { CsvColumn } from './csv.ts';

/** What a cell says of a small number. */
export const smallText = ({ sensitive }: Marked): string => (sensitive ? 'small number' : '');

/** The column that every download of the partnership's figures has. */
export const sensitiveColumn = <Row>(marked: (row: Row) => Marked): CsvColumn<Row> => ({
  name: 'sensitive',
  means: `small number: a count of ${SMALL.from} to ${SMALL.to}, which may tell who is meant; do not pass it on`,
  cell: (row) => smallText(marked(row)),
});
