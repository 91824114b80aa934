// The rows that a query gives in DuckDB beside those that it gives in Athena.
import { athena } from '../../../etl/engines/athena.ts';
import { inSession, type LakeEngine, type LakeTable } from '../../../etl/engines/lake.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { AthenaApi } from './athena-api.ts';

/** The adapter, over an Athena on this machine. */
export const athenaAt = (
  { endpoint }: AthenaApi,
  store: Partnership['store'],
  patience?: number,
  root = 's3://lake/',
): LakeEngine =>
  athena(store, {
    root,
    database: 'safeguarding',
    workGroup: 'kpi',
    patience,
    client: { endpoint, region: 'eu-west-2', credentials: { accessKeyId: 'none', secretAccessKey: 'none' } },
  });

export interface Difference {
  rows: number;
  only_duckdb: number;
  only_athena: number;
}

/** Runs a query in both and counts the rows, with their number, that only one gives. */
export async function compared(
  p: Partnership,
  api: AthenaApi,
  sql: string,
  tables: Record<string, LakeTable>,
): Promise<Difference> {
  const session = await p.engine.session();
  try {
    for (const [name, engine] of [
      ['duckdb', inSession(p.store)],
      ['athena', athenaAt(api, p.store)],
    ] as const)
      await session.run(`create temp table from_${name} as ${await engine(session)(sql, tables)}`);
    const only = (one: string, other: string) =>
      `(select count(*) from (select * from from_${one} except all select * from from_${other}))`;
    const [difference] = await session.rows<Difference>(
      `select (select count(*) from from_duckdb) as rows, ${only('duckdb', 'athena')} as only_duckdb, ${only('athena', 'duckdb')} as only_athena`,
    );
    return difference!;
  } finally {
    session.close();
  }
}
