// Who runs the queries of models and KPIs. One port: the session runs them itself, or Athena does for lakes that outgrow one machine.
import type { Store } from '../storage/store.ts';
import { ident, type Session, text } from './engine.ts';

/** A column, with the session's name of its type. */
export interface Column {
  name: string;
  type: string;
}

/** A table of the lake: the folder of its one object holds nothing else. */
export interface LakeTable {
  key: string;
  rows: number;
  columns?: Column[];
}

/** Runs a query over tables of the lake. @returns a query of the session that gives its rows, with the types that DuckDB gives them */
type LakeQuery = (sql: string, tables: Record<string, LakeTable>) => Promise<string>;

/** Each session has its own. */
export type LakeEngine = (session: Session) => LakeQuery;

/** Puts tables of the lake where the queries of a session read them. Types are those of the file, also for a table that was made just now. */
export function viewer(session: Session, store: Store): (name: string, key: string) => Promise<void> {
  const there = new Map<string, string>();
  return async (name, key) => {
    if (there.get(name) === key) return;
    const path = await store.localPath(key);
    await session.run(`create or replace temp view ${ident(name)} as select * from read_parquet(${text(path)})`);
    there.set(name, key);
  };
}

/** The session runs them itself. */
export const inSession =
  (store: Store): LakeEngine =>
  (session) => {
    const view = viewer(session, store);
    return async (sql, tables) => {
      for (const [name, { key }] of Object.entries(tables)) await view(name, key);
      return sql;
    };
  };

/** Queries that read more rows than this run in Athena where the engine is chosen by size: see docs/decisions/019-two-engines.md. */
export const LARGE_ROWS = 20_000_000;

/** A query that reads many rows is run by `large`, any other by `small`. */
export const bySize =
  (small: LakeEngine, large: LakeEngine): LakeEngine =>
  (session) => {
    const [few, many] = [small(session), large(session)];
    return (sql, tables) => {
      const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
      return (rows > LARGE_ROWS ? many : few)(sql, tables);
    };
  };

/** A query in which tables are what other queries give, whatever else has their names. */
export const withTables = (sql: string, tables: Record<string, string>): string => {
  const named = Object.entries(tables).map(([name, query]) => `${ident(name)} as (${query})`);
  return named.length === 0 ? sql : `with ${named.join(', ')} select * from (\n${sql}\n)`;
};
