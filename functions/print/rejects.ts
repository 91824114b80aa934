import type { RejectedRow } from '../../etl/landing/receipt.ts';
import type { CsvColumn } from './csv.ts';

/** What a spreadsheet can show below a header row. */
export const MOST_ROWS_OF_A_SHEET = 1_048_575;

/** Where the rejected rows of a file stand, and why they were: what its sender mends them by. */
export const REJECT_COLUMNS: readonly CsvColumn<RejectedRow>[] = [
  { name: 'row', means: "the row's number in the file that was sent; that of the header is 1", cell: ({ row }) => row },
  { name: 'column', means: 'the column that is at fault; empty where the whole row is', cell: ({ column }) => column },
  { name: 'rule', means: 'the rule that it broke', cell: ({ rule }) => rule },
  { name: 'advice', means: 'what to do', cell: ({ advice }) => advice },
];
