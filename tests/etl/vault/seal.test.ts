// A sealed person is linked with nobody, listed to nobody, and counts as a child all the same.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../etl/backup/backup.ts';
import { restore } from '../../../etl/backup/restore.ts';
import { build } from '../../../etl/build/build.ts';
import { duckdb } from '../../../etl/engines/duckdb.ts';
import { land } from '../../../etl/landing/land.ts';
import { openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { childrenOf } from '../../../etl/query/cell.ts';
import { series } from '../../../etl/query/series.ts';
import { currentSnapshot } from '../../../etl/snapshots/log.ts';
import { link } from '../../../etl/vault/linkage/link.ts';
import { personBy } from '../../../etl/vault/person.ts';
import { reIdentify } from '../../../etl/vault/re-identify.ts';
import { keepSeal, liftSeal, type Seal, sealOf, seals, sealsOf } from '../../../etl/vault/seal.ts';
import { seal as sealFor } from '../../../functions/sealing.ts';
import { clinicFile, visit } from '../../clinic.ts';
import { memoryStore, type MemoryStore } from '../../faults/memory-store.ts';
import { clockAt, scratchFolder } from '../../partnerships.ts';
import { twoAgencies } from '../../two-agencies.ts';

const home = twoAgencies();
const open: Partnership[] = [];
const on = async (of: MemoryStore) => {
  const p = await openPartnership({ data: scratchFolder(), home, store: of, clock: clockAt('2025-06-01T09:00:00Z') });
  open.push(p);
  return p;
};
afterEach(() => open.splice(0).forEach((p) => p.close()));

const ben = { patient: 'P2', nhs: '9990000026', surname: 'Testtwo', forename: 'Ben' };

let store: MemoryStore;
let p: Partnership;
beforeEach(async () => {
  store = memoryStore();
  p = await on(store);
  // The clinic's P1 and the hospital's H1 are the same by number, name and birthday.
  await land(p, [
    clinicFile('visits_2024_05.csv', [visit({ visit: 'V1' }), visit({ visit: 'V2', ...ben })]),
    clinicFile('ward_2024_05.csv', [
      visit({ visit: 'W1', patient: 'H1' }),
      visit({ visit: 'W2', ...ben, patient: 'H2' }),
    ]),
  ]);
  await build(p);
});

async function sealed(): Promise<Seal> {
  const seal = sealOf(p, await personBy(p, 'health', 'P1'));
  await keepSeal(store, seal);
  return seal;
}
const mapped = async () => {
  const session = await p.engine.session();
  const path = await store.localPath((await currentSnapshot(p))!.tables.person_map!.key);
  const rows = await session.rows<{ source_ref: string; child_ref: string }>(`from read_parquet('${path}')`);
  session.close();
  return rows;
};
const childrenWith = async ({ references }: Pick<Seal, 'references'>) => {
  const refs = new Set(references.map(({ source_ref }) => source_ref));
  return (await mapped()).filter(({ source_ref }) => refs.has(source_ref)).map(({ child_ref }) => child_ref);
};
const listed = async (agency: string) => {
  const snapshot = (await currentSnapshot(p))!;
  const cell = { kpi: 'patients', grain: 'all', period: 'all', where: {}, of: 'all' } as const;
  const children = await childrenOf(p, snapshot, cell);
  return reIdentify(p, { agency, person: 'x', snapshot: snapshot.number, children });
};

it('is each of their references apart, though all evidence says they are one; others are linked as before', async () => {
  const seal = await sealed();
  expect(seal.references).toHaveLength(2);
  expect(new Set(await childrenWith(seal)).size).toBe(1);
  const { links } = await build(p);
  expect(new Set(await childrenWith(seal)).size).toBe(2);
  expect(new Set((await mapped()).map(({ child_ref }) => child_ref)).size).toBe(3);
  expect(links.agencies.map(({ linked }) => linked)).toEqual([1, 1]);
  expect(links.conflicts).toBe(0);
});

it('has no edge: what is clustered has never heard of them', async () => {
  const engine = await duckdb();
  const session = await engine.session();
  const people = [
    ['police old', 'police', 'old', '9990000018', 'A1', 'Testone', 'Ann'],
    ['council new', 'council', 'new', '9990000018', 'A1', 'Testone', 'Ann'],
    ['schools 1', 'schools', '1', '9990000018', 'A1', 'Testone', 'Ann'],
  ];
  await session.load(
    'people',
    ['source_ref', 'agency', 'local_id', 'nhs_number', 'upn', 'surname', 'forename'],
    people,
  );
  await session.run(`create temp view identity as select *, date '2014-05-06' as birth_date from people`);
  const events = [
    ['police', 'police old', 'episode', 'E1'],
    ['council', 'council new', 'episode', 'E1'],
  ];
  await session.load('event_of', ['agency', 'source_ref', 'domain', 'event_ref'], events);
  await session.load('before', ['source_ref', 'child_ref'], []);
  await link(session, ['police old']);
  const about = async (table: string, where: string) =>
    (await session.rows<{ n: number }>(`select count(*) as n from ${table} where ${where}`))[0]!.n;
  expect(await about('edge', `a = 'police old' or b = 'police old'`)).toBe(0);
  expect(await about('known_by', `source_ref = 'police old'`)).toBe(0);
  expect(await about('edge', `a = 'council new' and b = 'schools 1'`)).toBeGreaterThan(0);
  expect(await about('person_map', `source_ref = 'police old'`)).toBe(1);
  session.close();
  engine.close();
});

describe('is in no list', () => {
  it.each(['at once', 'and after the next build'])(
    '%s: like a child whom the agency knows by no reference',
    async (when) => {
      expect(await listed('health')).toEqual({ references: ['P1', 'P2'], others: 0 });
      await sealed();
      if (when !== 'at once') await build(p);
      expect(await listed('health')).toEqual({ references: ['P2'], others: 1 });
      expect((await listed('hospital')).references).toEqual(['H2']);
    },
  );
});

it('counts in figures as a child', async () => {
  await sealed();
  await build(p);
  const [row] = await series(p, (await currentSnapshot(p))!, { kpi: 'patients', grain: 'all', by: [] });
  expect(row!.numerator).toBe(2);
});

it('is named nowhere but in the vault, and there by keyed references alone', async () => {
  const who = { issuer: 'x', subject: 'x', role: 'operator', agency: '', session: '' } as const;
  const seal = await sealFor(p, who, { agency: 'hospital', local_id: 'H1' });
  await build(p);
  for (const key of [...(await store.list('lake/')), ...(await store.list('audit/'))].filter((k) =>
    k.endsWith('.json'),
  )) {
    const text = Buffer.from((await store.read(key))!).toString();
    for (const { source_ref } of seal.references) expect(text).not.toContain(source_ref);
    expect(text).not.toMatch(/"?(H1|P1)\b|Testone/);
    if (key.startsWith('lake/')) expect(text).not.toContain(seal.id);
  }
  const kept = Buffer.from((await store.read(`vault/sealed/${seal.id}/seal.json`))!).toString();
  expect(kept).not.toMatch(/H1|P1|Testone|9990000018/);
});

it('is linked and listed again once the seal is lifted, which either id finds', async () => {
  const seal = await sealed();
  await build(p);
  const own = await sealsOf(store, await personBy(p, 'hospital', 'H1'));
  expect(own).toEqual([seal]);
  for (const one of own) await liftSeal(p, one);
  await build(p);
  expect(new Set(await childrenWith(seal)).size).toBe(1);
  expect((await listed('health')).references).toEqual(['P1', 'P2']);
  await expect(sealsOf(store, seal.references)).rejects.toThrow('not sealed');
});

it('is one person to whoever erases them', async () => {
  const { references } = await sealed();
  await build(p);
  expect(await personBy(p, 'health', 'P1')).toEqual(expect.arrayContaining(references));
});

it('stays sealed where the vault is restored from a backup of before', async () => {
  const folder = join(scratchFolder(), 'backup');
  await backUp(p, folder);
  const seal = await sealed();
  for (const zone of ['vault/', 'lake/'])
    for (const key of await store.list(zone)) if (!key.startsWith('vault/sealed/')) await store.remove(key);
  await restore(p, folder);
  expect(await seals(store)).toEqual([seal]);
});
