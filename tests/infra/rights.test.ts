// What functions really ask of the store, held against what their roles may. The emulator lets every role do everything; AWS does not.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../../etl/build/build.ts';
import { landKey, unlanded } from '../../etl/landing/land-key.ts';
import { listReceipts } from '../../etl/landing/receipt.ts';
import { type Upload, uploadKeys } from '../../etl/landing/uploaded.ts';
import { openPartnership, type Partnership } from '../../etl/partnership.ts';
import { freshness } from '../../etl/query/freshness.ts';
import { childrenOf } from '../../etl/query/cell.ts';
import { collectOrphans } from '../../etl/reconcile/orphans.ts';
import { currentSnapshot } from '../../etl/snapshots/log.ts';
import type { Store } from '../../etl/storage/store.ts';
import { reIdentify } from '../../etl/vault/re-identify.ts';
import { proofOf } from '../../etl/vault/erasure/proof.ts';
import { erase } from '../../functions/erasure.ts';
import { upkeep } from '../../functions/upkeep.ts';
import { clinicFile, clinicHouse, visit } from '../clinic.ts';
import { faulted, type FaultedStore } from '../faults/faulted.ts';
import { memoryStore } from '../faults/memory-store.ts';
import { scratchFolder } from '../partnerships.ts';
import { mayDo, type Templates } from './look.ts';
import { templatesOf } from './synth.ts';

const { templates } = templatesOf('production');

/** What S3 is asked for where the store is called. A name that is taken is looked at, so that a lost reply is known again. */
const ASKED: Record<string, string[]> = {
  read: ['s3:GetObject'],
  localPath: ['s3:GetObject'],
  modified: ['s3:GetObject'],
  list: ['s3:ListBucket'],
  put: ['s3:PutObject'],
  putFile: ['s3:PutObject'],
  putIfAbsent: ['s3:PutObject', 's3:GetObject'],
  remove: ['s3:DeleteObject'],
  sweep: [],
};

let now = '2025-06-01T09:00:00Z';
const clock = { now: () => new Date(now) };
const store: Store = memoryStore(clock);
const home = clinicHouse();
const mac = { key: async (name: string) => createHash('sha256').update(name).digest() };

/** Does what a function does, on a store of all. @returns what it asked for that its role may not */
async function refused(role: string, work: (p: Partnership) => Promise<unknown>, of: Templates = templates) {
  const seen: FaultedStore = faulted(store);
  const p = await openPartnership({ data: scratchFolder(), home, store: seen, mac, clock });
  await work(p);
  p.close();
  expect(seen.calls.length).toBeGreaterThan(0);
  const asked = seen.calls.flatMap(({ method, key }) => ASKED[method]!.map((action) => ({ action, key })));
  const out = asked
    .filter(({ action, key }) => !mayDo(of, role, action, key))
    .map(({ action, key }) => `${action} ${key}`);
  return [...new Set(out)];
}

async function announce(n: number, file?: string): Promise<string> {
  const bytes = file ? readFileSync(file) : Buffer.from('never sent');
  const upload: Upload = {
    id: String(n).padStart(32, '0'),
    agency: 'health',
    extract: 'clinic-visits',
    file: 'visits_2024_05.csv',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    asked_at: now,
  };
  await store.put(uploadKeys.told(upload), JSON.stringify(upload));
  if (file) await store.put(uploadKeys.content(upload), bytes);
  return uploadKeys.content(upload);
}

/** What a landing and a build that stopped have left. */
const LEFT = [
  'lake/tables/visit/0123/rows.parquet',
  'lake/kpis/visits/0123/rows.parquet',
  'lake/gathered/clinic-visits/0123.parquet',
  'lake/athena/0123/rows.parquet',
  'lake/staged/clinic-visits/0123.parquet',
  'lake/rejects/0123.parquet',
  'vault/identities/clinic-visits/0123.parquet',
  'vault/gathered/clinic-visits/0123.parquet',
  'vault/people/0123.json',
];

const collect = async (p: Partnership) => {
  const snapshot = await build(p);
  await freshness(p, snapshot);
  return collectOrphans(p);
};

let key: string;
beforeAll(async () => {
  key = await announce(1, clinicFile('visits_2024_05.csv', [visit(), visit({ visit: 'V2', reason: 'Boredom' })]));
  await announce(2);
});

test('land takes an upload in', async () => {
  expect(await refused('land', (p) => landKey(p, key))).toEqual([]);
  expect(await listReceipts({ store })).toHaveLength(1);
});

test('build makes a snapshot, and collects what was left a day ago and never sent', async () => {
  for (const left of LEFT) await store.put(left, 'x');
  now = '2025-06-03T09:00:00Z';
  expect(await refused('build', collect)).toEqual([]);
  for (const left of LEFT) expect([left, await store.read(left)]).toEqual([left, undefined]);
  expect(await store.list('landing/inbox/')).toEqual([]);
});

test('reconcile lists and reads nothing', async () => {
  expect(await refused('reconcile', (p) => unlanded(p))).toEqual([]);
});

const asksForList = async (p: Partnership) => {
  const snapshot = (await currentSnapshot(p))!;
  const cell = { kpi: 'patients', grain: 'month', period: '2024-05', where: {}, of: 'all' } as const;
  const children = await childrenOf(p, snapshot, cell);
  return reIdentify(p, { agency: 'health', person: 'x', snapshot: snapshot.number, children });
};

test('lists asks the vault for identities alone', async () => {
  expect(await refused('lists', asksForList)).toEqual([]);
});

test('erase sets a tombstone and proves, build takes the rows out, lists reads who is gone', async () => {
  const who = { issuer: 'x', subject: 'x', role: 'operator', agency: '', session: '' } as const;
  const person = { agency: 'health', local_id: 'P1', reason: 'other' } as const;
  let id = '';
  const bury = async (p: Partnership) => (id = (await erase(p, who, person, false)).tombstone!.id);
  expect(await refused('erase', bury)).toEqual([]);
  expect(await refused('lists', asksForList)).toEqual([]);
  expect(await refused('build', collect)).toEqual([]);
  expect(await refused('erase', async (p) => expect(await proofOf(p, id)).toMatchObject({ done: true }))).toEqual([]);
});

test('retain removes files and snapshots that were kept long enough', async () => {
  now = '2026-06-01T09:00:00Z';
  expect(await refused('retain', (p) => upkeep(p))).toEqual([]);
});

test('what a role may not is seen', async () => {
  expect(await refused('reconcile', collect)).not.toEqual([]);
  expect(await refused('lists', (p) => p.store.read('vault/people/1.json'))).toEqual([
    's3:GetObject vault/people/1.json',
  ]);
});

test.each([
  ['build', 's3:DeleteObject', 'lake/receipts/1.json'],
  ['build', 's3:DeleteObject', 'lake/decisions/0000000001.json'],
  ['build', 's3:DeleteObject', 'lake/withdrawals/1.json'],
  ['build', 's3:DeleteObject', 'lake/_log/0000000001.json'],
  ['build', 's3:DeleteObject', 'vault/key'],
  ['build', 's3:DeleteObject', 'landing/clinic-visits/1/content'],
  ['build', 's3:PutObject', 'lake/receipts/1.json'],
  ['build', 's3:PutObject', 'lake/decisions/0000000001.json'],
  ['build', 's3:PutObject', 'landing/inbox/health/clinic-visits/1/content'],
  ['lists', 's3:GetObject', 'vault/people/1.json'],
  ['lists', 's3:GetObject', 'vault/key'],
  ['lists', 's3:PutObject', 'vault/identities/clinic-visits/1.parquet'],
  ['lists', 's3:GetObject', 'landing/inbox/health/clinic-visits/1/content'],
  ['erase', 's3:DeleteObject', 'vault/identities/clinic-visits/1.parquet'],
  ['erase', 's3:PutObject', 'lake/staged/clinic-visits/1.parquet'],
  ['erase', 's3:GetObject', 'vault/key'],
  ['build', 's3:PutObject', 'vault/erased/1.json'],
  ['build', 's3:DeleteObject', 'vault/erased/1.json'],
  ['api', 's3:GetObject', 'vault/erased/1.json'],
  ['api', 's3:GetObject', 'vault/identities/clinic-visits/1.parquet'],
  ['api', 's3:DeleteObject', 'lake/receipts/1.json'],
  ['api', 's3:DeleteObject', 'audit/0000000001.json'],
  ['land', 's3:GetObject', 'vault/identities/clinic-visits/1.parquet'],
  ['retain', 's3:DeleteObject', 'lake/receipts/1.json'],
  ['retain', 's3:DeleteObject', 'audit/0000000001.json'],
])('%s may not %s %s', (role, action, of) => expect(mayDo(templates, role, action, of)).toBe(false));
