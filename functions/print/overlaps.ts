import type { Overlaps } from '../../etl/query/overlaps.ts';
import type { CsvColumn } from './csv.ts';
import { sensitiveColumn } from './sensitive.ts';

type Combination = Overlaps['combinations'][number];

/** A column for each list, and how many children are on just those. */
export const overlapColumns = ({ on, sets }: Overlaps): CsvColumn<Combination>[] => [
  { name: 'on', means: 'The day that all lists are of', cell: () => on },
  ...sets.map(({ id, title }) => ({
    name: id,
    means: `yes where these children are on this list: ${title}`,
    cell: (row: Combination) => (row.sets.includes(id) ? 'yes' : 'no'),
  })),
  { name: 'children', means: 'Children on just these lists; each child is in one row', cell: (row) => row.children },
  sensitiveColumn((row) => row),
];
