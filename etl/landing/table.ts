/** A file's rows as a CSV with one header row, ready for the engine, and what was learnt while reading it. */
export interface Table {
  path: string;
  /** In bytes. */
  size: number;
  delimiter: string;
  encoding: 'utf-8' | 'latin-1';
  /** The contract's column names in the order of the file. */
  columns: string[];
  /** The sender's row number of the header. */
  headerRow: number;
  /** The position date that stands in a workbook. */
  position: string | null;
  /** The encoding the file was read in, when it is not the contract's. */
  readAs: string | null;
}
