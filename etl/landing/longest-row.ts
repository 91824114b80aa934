import { Refusal } from './refusal.ts';

/** The longest row that is read, in bytes of UTF-8. The engine leaves out a row that does not fit into its buffers, and says nothing of some. */
export const LONGEST_ROW = 4 * 1024 * 1024;

export const rowTooLong = (row: number) =>
  new Refusal(
    'row too long',
    `Row ${row} is longer than a record can be: it has more than 2 million characters. A quote that is never closed, or the wrong kind of file, is the usual cause.`,
  );
