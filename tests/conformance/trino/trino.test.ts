// Models and KPIs on a real Trino, over the Parquet files that DuckDB reads: the same rows.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { named, sourceOf } from '../../../etl/build/tables.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Snapshot } from '../../../etl/snapshots/log.ts';
import { describeWhere, describeWithSample, sample } from '../../agency-files.ts';
import { emptyPartnership, scratchFolder } from '../../partnerships.ts';
import { athenaApi, type AthenaApi } from './athena-api.ts';
import { compared } from './compare.ts';
import { definitions, edgeTables, keptTables } from './edges.ts';
import { adapterTests } from './adapter.ts';
import { PROBED, PROBES } from './probes.ts';
import { startTrino, type Trino, trinoIsThere } from './server.ts';

let trino: Trino;
let api: AthenaApi;
let p: Partnership;
let tables: Snapshot['tables'];

/** A server that has just begun takes its time over its first queries. */
const LONG = { timeout: 600_000 };

/** Every definition gives the same rows in both engines. */
function same(atLeast: number): void {
  it.each(definitions.map((d) => [d.file, d] as const))('%s', LONG, async (_, definition) => {
    const session = await p.engine.session();
    const { read } = sourceOf(session, definition, tables);
    session.close();
    const difference = await compared(p, api, definition.sql, named(tables, read));
    expect(difference).toEqual({ rows: difference.rows, only_duckdb: 0, only_athena: 0 });
    expect(difference.rows).toBeGreaterThanOrEqual(atLeast);
  });
}

describeWhere(trinoIsThere, 'no Trino: see tests/conformance/trino/server/install', 'on a real Trino', () => {
  beforeAll(async () => {
    const folder = join(scratchFolder(), 'trino');
    mkdirSync(folder);
    trino = await startTrino(folder);
  });
  afterAll(() => trino?.stop());

  describeWithSample("the agencies' sample", () => {
    beforeAll(async () => {
      p = await emptyPartnership();
      await land(p, [sample!]);
      ({ tables } = await build(p));
      api = await athenaApi(trino, p.data);
    });
    afterAll(() => [p, api].forEach((one) => one?.close()));
    same(1);
  });

  describe.each([
    ['edge cases', 600],
    ['tables without rows', 0],
  ])('%s', (_, rows) => {
    beforeAll(async () => {
      p = await emptyPartnership();
      tables = await edgeTables(p, rows);
      api = await athenaApi(trino, p.data);
    });
    afterAll(() => [p, api].forEach((one) => one?.close()));
    same(Math.min(rows, 1));
  });

  describe('what the shared functions give', () => {
    beforeAll(async () => {
      p = await emptyPartnership();
      tables = await keptTables(p, PROBED);
      api = await athenaApi(trino, p.data);
    });
    afterAll(() => [p, api].forEach((one) => one?.close()));
    it.each(PROBES)('%s', async (_, sql) => {
      const read = Object.keys(PROBED).filter((name) => new RegExp(`\\b(from|join) ${name}\\b`).test(sql));
      expect(await compared(p, api, sql, named(tables, read))).toMatchObject({ only_duckdb: 0, only_athena: 0 });
    });
  });

  it('a KPI that another engine would count differently is found', async () => {
    p = await emptyPartnership();
    tables = await keptTables(p, PROBED);
    api = await athenaApi(trino, p.data);
    // Trino cuts off the halves of whole numbers, and DuckDB does not.
    const difference = await compared(p, api, 'select n / 2 as half from number', named(tables, ['number']));
    expect(difference).toEqual({ rows: 10, only_duckdb: 7, only_athena: 7 });
    [p, api].forEach((one) => one.close());
  });

  describe('the adapter for Athena', () => {
    adapterTests(() => trino);
  });
});
