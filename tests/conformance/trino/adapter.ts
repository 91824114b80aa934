// The adapter over the real client: a whole build, and what becomes of faults.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { named } from '../../../etl/build/tables.ts';
import { land } from '../../../etl/landing/land.ts';
import { openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { currentSnapshot, type Snapshot } from '../../../etl/snapshots/log.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { clockAt, scratchFolder } from '../../partnerships.ts';
import { athenaApi, type AthenaApi } from './athena-api.ts';
import { athenaAt } from './compare.ts';
import type { Trino } from './server.ts';

/** A house whose partnership.yaml says which engine runs its queries. */
function houseWith(engine: string): string {
  const home = clinicHouse();
  const path = join(home, 'partnership.yaml');
  writeFileSync(path, `${readFileSync(path, 'utf8')}\nengine: ${engine}\n`);
  // A model that reads the table which the build itself makes.
  writeFileSync(
    join(home, 'etl/models/covered.sql'),
    '/* ---\n{ title: Days covered, grain: one row per day, owner: Nobody }\n--- */\nselect "extract", covered_from, covered_to from coverage -- to the day\n',
  );
  return home;
}

const keysOf = ({ tables, kpis }: Snapshot) =>
  [tables, kpis].map((all) =>
    Object.entries(all)
      .map(([name, { key, rows }]) => [name, key, rows])
      .sort(),
  );

/** @param trino a server that runs by the time that tests do */
export function adapterTests(trino: () => Trino): void {
  const data = scratchFolder();
  let api: AthenaApi;
  let p: Partnership;
  let made: Snapshot;

  const openWith = async (engine: string, patience?: number) => {
    const small = await openPartnership({ data, home: houseWith('duckdb'), clock: clockAt('2025-06-01T09:00:00Z') });
    if (engine === 'duckdb') return small;
    const athena = athenaAt(api, small.store, patience);
    small.close();
    return openPartnership({ data, home: houseWith(engine), clock: clockAt('2025-06-01T09:00:00Z'), athena });
  };
  const visits = (sql: string) => async (engine: Partnership) => {
    const session = await engine.engine.session();
    const query = await engine.lake(session)(sql, named(made.tables, ['visit']));
    return session.rows(query).finally(() => session.close());
  };

  beforeAll(async () => {
    mkdirSync(data, { recursive: true });
    api = await athenaApi(trino(), data);
    p = await openWith('duckdb');
    const rows = Array.from({ length: 60 }, (_, i) =>
      visit({ visit: `V${i}`, patient: `P${i % 7}`, reason: ['Injury', 'Illness', ''][i % 3] }),
    );
    await land(p, [clinicFile('visits_2024_05.csv', rows)]);
    made = await build(p);
    p.close();
  });
  afterAll(() => api?.close());

  it('builds a whole snapshot whose tables are those that DuckDB makes', async () => {
    // The same snapshot as if it had no table yet but who is who, so that all are made anew.
    const bare = { ...made, number: 2, inputs: '', tables: { person_map: made.tables.person_map! }, kpis: {} };
    p = await openWith('athena');
    await p.store.put('lake/_log/00000002.json', JSON.stringify(bare));
    api.sent.length = 0;
    const snapshot = await build(p);
    expect(snapshot.number).toBe(3);
    expect(keysOf(snapshot)).toEqual(keysOf(made));
    const unloads = api.sent.filter((sql) => sql.startsWith('UNLOAD'));
    expect(unloads).toHaveLength(Object.keys(made.kpis).length + 2);
    // Each table is declared once, however many read it.
    const declared = api.sent.filter((sql) => sql.startsWith('CREATE'));
    expect(new Set(declared).size).toBe(declared.length);
    expect((await currentSnapshot(p))!.number).toBe(3);
    p.close();
  });

  it('chooses by size, and takes DuckDB for few rows', async () => {
    p = await openWith('auto');
    api.sent.length = 0;
    await visits('select * from visit')(p);
    expect(api.sent).toEqual([]);
    const session = await p.engine.session();
    const large = { visit: { ...made.tables.visit!, rows: 20_000_001 } };
    const query = await p.lake(session)('select count(*) as n from visit', large);
    expect(await session.rows(query)).toEqual([{ n: 60 }]);
    expect(api.sent.filter((sql) => sql.startsWith('UNLOAD'))).toHaveLength(1);
    session.close();
    p.close();
  });

  it('asks again when Athena is busy, when an answer is lost, and when a fault of its own may pass', async () => {
    p = await openWith('athena');
    const rows = await visits('select count(*) as n from visit')(p);
    api.sent.length = 0;
    for (const fate of ['throttled', 'lost', 'internal error'] as const) {
      api.fates.push(fate, ...(fate === 'throttled' ? [fate, fate] : []));
      expect(await visits('select count(*) as n from visit')(p)).toEqual(rows);
      expect(api.fates).toEqual([]);
    }
    // Only a query that failed is sent again, into a folder of its own; a start whose answer was lost is not a second one.
    expect(api.sent).toHaveLength(4);
    expect(new Set(api.sent).size).toBe(4);
    p.close();
  });

  it.each([
    [
      'always fails by itself',
      ['internal error', 'internal error', 'internal error'] as const,
      /^Athena could not run a query/,
    ],
    ['is cancelled', ['cancelled'] as const, /^Athena cancelled a query/],
    ['takes too long', ['never ends'] as const, /^Athena took too long and was stopped/],
  ])('says so, and nothing else, when a query %s', async (_, fates, message) => {
    p = await openWith('athena', 300);
    await visits('select 1 as one from visit')(p).catch(() => {}); // its table is declared
    api.fates.push(...fates);
    api.stopped.length = 0;
    const error = await visits('select 2 as two from visit')(p).catch((e: Error) => e);
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringMatching(message) });
    expect(String(error)).not.toMatch(/Example/);
    expect(api.stopped).toHaveLength(fates[0] === 'never ends' ? 1 : 0);
    expect(api.fates).toEqual([]);
    p.close();
  });

  it('tells of a query that DuckDB refuses without asking Athena', async () => {
    p = await openWith('athena');
    api.sent.length = 0;
    await expect(visits('select nowhere from visit')(p)).rejects.toThrow(/Binder Error.*nowhere/);
    expect(api.sent).toEqual([]);
    p.close();
  });

  it('tells of a query that only Athena refuses, and hides the value at which one stopped', async () => {
    p = await openWith('athena');
    const model = join(p.house.models, 'visit.sql');
    const text = readFileSync(model, 'utf8');
    const broken = async (change: (sql: string) => string) => {
      writeFileSync(model, change(text));
      return build(p).catch((error: Error) => error.message);
    };
    const grammar = await broken((sql) => sql.replace('cast(v.arrived as date)', 'v.arrived::date'));
    expect(grammar).toMatch(/^models\/visit.sql: SYNTAX_ERROR: line \d+/);
    const value = await broken((sql) => sql.replace('v.reason,', 'cast(v.reason as integer) as reason,'));
    expect(value).toMatch(/^models\/visit.sql: The query stopped at a value \(INVALID_CAST_ARGUMENT\)/);
    expect(value).not.toContain('Injury');
    p.close();
  });
}
