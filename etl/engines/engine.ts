// What runs SQL. One port, an adapter an engine: DuckDB here, Athena for large lakes in AWS.

export type Row = Record<string, unknown>;
export type Value = string | number | boolean | null;

/** One conversation with an engine; its temporary tables are its own. */
export interface Session {
  /** Runs statements and forgets their rows. */
  run(sql: string, values?: Value[]): Promise<void>;
  /** Runs one query. Dates come as `2025-03-31`, times as `2025-03-31 09:10:00`, whole numbers as numbers. */
  rows<T = Row>(sql: string, values?: Value[]): Promise<T[]>;
  /** Makes a temporary table of text columns and fills it. */
  load(table: string, columns: string[], rows: Iterable<readonly (string | null)[]>): Promise<void>;
  /** The tables that a query reads, common table expressions left out. */
  tableNames(sql: string): string[];
  close(): void;
}

export interface Engine {
  session(): Promise<Session>;
  close(): void;
}

/** A name as SQL. */
export const ident = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** A text as SQL. */
export const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
