import { randomUUID } from 'node:crypto';
import { AthenaClient, type AthenaClientConfig } from '@aws-sdk/client-athena';
import type { Store } from '../storage/store.ts';
import { type Athena, execute, insist } from './athena/execute.ts';
import { declaration, unload } from './athena/statements.ts';
import { ident, type Session, text } from './engine.ts';
import { type Column, type LakeEngine, type LakeTable, withTables } from './lake.ts';

export interface AthenaSettings {
  /** Where the lake's keys are, such as `s3://lake-of-ours/`. */
  root: string;
  /** The one Glue database that lake tables are declared in. */
  database: string;
  workGroup: string;
  /** How long a statement may take, in milliseconds. */
  patience?: number;
  client?: AthenaClientConfig;
}

/** So long a query may take. A build's function has 15 minutes in all. */
const PATIENCE = 10 * 60 * 1000;
/** Athena takes few statements at once and says no to more: the client waits and asks again. */
const ATTEMPTS = 8;

/**
 * Athena runs queries over the lake: each table it reads is declared once, rows come as Parquet into a folder of their own.
 * What names, types and order of columns a query gives is asked of DuckDB, so that both engines give the same.
 */
export function athena(store: Store, settings: AthenaSettings): LakeEngine {
  const { root, database, workGroup } = settings;
  const client = new AthenaClient({ maxAttempts: ATTEMPTS, ...settings.client });
  const here: Athena = { client, database, workGroup, patience: settings.patience ?? PATIENCE };
  const declared = new Map<string, Promise<void>>();

  const declare = (name: string, { key, columns }: LakeTable): Promise<void> => {
    const table = tableOf(name, key);
    const making =
      declared.get(table) ??
      insist(() => execute(here, declaration(database, table, columns!, root + folderOf(key)), 'declaration'));
    declared.set(table, making);
    making.catch(() => declared.delete(table));
    return making;
  };

  return (session) => async (sql, tables) => {
    const columns = await columnsGiven(session, sql, tables);
    await Promise.all(Object.entries(tables).map(([name, table]) => declare(name, table)));
    const from = mapped(tables, (name, { key }) => `select * from ${ident(database)}.${ident(tableOf(name, key))}`);
    const folder = await insist(async () => {
      const fresh = `lake/athena/${randomUUID()}/`;
      await execute(here, unload(withTables(sql, from), root + fresh), 'query');
      return fresh;
    });
    return rowsIn(store, folder, columns);
  };
}

const folderOf = (key: string): string => key.replace(/[^/]+$/, '');
/** One name for one content, whoever declares it and however often. */
const tableOf = (name: string, key: string): string => `${name}_${key.split('/').at(-2)}`;
const mapped = <T>(tables: Record<string, T>, of: (name: string, table: T) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, of(name, table)]));

const cast = (what: string, { name, type }: Column) => `cast(${what} as ${type}) as ${ident(name)}`;
const nothing = (columns: readonly Column[]) =>
  `select ${columns.map((column) => cast('null', column)).join(', ')} where false`;

/** The columns of a query, found over tables without rows: a query that is wrong costs nothing. */
function columnsGiven(session: Session, sql: string, tables: Record<string, LakeTable>): Promise<Column[]> {
  const query = withTables(
    sql,
    mapped(tables, (_, { columns }) => nothing(columns!)),
  );
  return session.rows(`select column_name as name, column_type as type from (describe select * from (\n${query}\n))`);
}

/** Athena writes many files, or none where there are no rows. */
async function rowsIn(store: Store, folder: string, columns: readonly Column[]): Promise<string> {
  const paths = await Promise.all((await store.list(folder)).map((key) => store.localPath(key)));
  if (paths.length === 0) return nothing(columns);
  const typed = columns.map((column) => cast(ident(column.name), column));
  return `select ${typed.join(', ')} from read_parquet([${paths.map(text).join(', ')}])`;
}
