// The restore drill: what is lost is brought back, and it is known what cannot be.
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp, type Manifest, pathOf } from '../../../etl/backup/backup.ts';
import { restore } from '../../../etl/backup/restore.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { reconcile } from '../../../etl/reconcile/reconcile.ts';
import { currentSnapshot } from '../../../etl/snapshots/log.ts';
import type { Store } from '../../../etl/storage/store.ts';
import { type MemoryStore, memoryStore } from '../../faults/memory-store.ts';
import { openOn, seen, sent, smallHouse, work } from '../../faults/small-house.ts';
import { scratchFolder } from '../../partnerships.ts';

const home = smallHouse();
const files = sent();
const whole = memoryStore();
const folder = scratchFolder();
const open: Partnership[] = [];
const on = async (store: Store) => {
  const p = await openOn(home, store);
  open.push(p);
  return p;
};
const into = (store: Store) => ({ store, data: scratchFolder(), synthetic: false });
let manifest: Manifest;
let before: unknown;

beforeAll(async () => {
  await work(home, whole, [files.first, files.correction]);
  const p = await on(whole);
  await p.store.put('web/session', 'not to be restored');
  before = await seen(p);
  manifest = await backUp(p, folder);
});
afterAll(() => open.forEach((p) => p.close()));

const objects = async (store: Store) => {
  const keys = (await Promise.all(['landing/', 'vault/', 'lake/'].map((zone) => store.list(zone)))).flat();
  const hash = async (key: string) =>
    createHash('sha256')
      .update((await store.read(key))!)
      .digest('hex');
  return Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await hash(key)] as const)));
};
async function childrenOf(store: Store): Promise<string[]> {
  const p = await on(store);
  const session = await p.engine.session();
  const path = await store.localPath((await currentSnapshot(p))!.tables.person_map!.key);
  const rows = await session.rows<{ child_ref: string }>(
    `select child_ref from read_parquet('${path}') order by source_ref`,
  );
  session.close();
  return rows.map(({ child_ref }) => child_ref);
}
async function empty(store: MemoryStore, ...zones: string[]): Promise<MemoryStore> {
  for (const key of (await Promise.all(zones.map((zone) => store.list(zone)))).flat()) await store.remove(key);
  return store;
}

it('brings all back into an empty store: the same objects, the same answers, nobody signed in', async () => {
  const store = memoryStore();
  await on(store); // makes a key of its own, which is replaced
  expect(await restore(into(store), folder)).toMatchObject({ left: [], objects: Object.keys(manifest.objects).length });
  expect(await objects(store)).toEqual(await objects(whole));
  expect(await seen(await on(store))).toEqual(before);
  expect(await reconcile(await on(store))).toMatchObject({ landed: 0, failed: 0, built: false });
  expect(await store.list('web/')).toEqual([]);
});

it('goes on from there: a file that comes later is linked to the same children', async () => {
  const store = memoryStore();
  await restore(into(store), folder);
  const p = await on(store);
  await land(p, [files.later]);
  expect(await reconcile(p)).toMatchObject({ snapshot: manifest.snapshot! + 1, built: true });
  expect(await childrenOf(store)).toEqual(expect.arrayContaining(await childrenOf(whole)));
});

it('knows that a lake made anew from landing and the vault counts the same, of children with other references', async () => {
  const lost = await empty(whole.copy(), 'lake/');
  const p = await on(lost);
  expect(await reconcile(p)).toMatchObject({ landed: 2, failed: 0, snapshot: 1 });
  expect(await seen(p)).toEqual(before);
  const [then, now] = [await childrenOf(whole), await childrenOf(lost)];
  expect(now).toHaveLength(then.length);
  expect(now.filter((ref) => then.includes(ref))).toEqual([]);
});

it('brings back a lake that was lost with its references, and lands what came since', async () => {
  const lost = whole.copy();
  await land(await on(lost), [files.later]);
  await empty(lost, 'lake/');
  expect(await restore(into(lost), folder)).toMatchObject({
    zones: ['lake/', 'audit/', 'anchors/'],
    left: ['landing/', 'vault/'],
  });
  const p = await on(lost);
  expect(await reconcile(p)).toMatchObject({ landed: 1, failed: 0, built: true });
  expect(await childrenOf(lost)).toEqual(expect.arrayContaining(await childrenOf(whole)));
});

it('shows no snapshot where a restore was cut short', async () => {
  const store = memoryStore();
  let left = Object.keys(manifest.objects).length - 4;
  const cut: Store = {
    ...store,
    put: (key, bytes) => (left-- > 0 ? store.put(key, bytes) : Promise.reject(new Error('cut'))),
  };
  await expect(restore(into(cut), folder)).rejects.toThrow('cut');
  expect(await currentSnapshot({ store })).toBeUndefined();
});

describe('refuses, and writes nothing', () => {
  const copyOfBackup = async () => {
    const copy = join(scratchFolder(), 'copy');
    await backUp(await on(whole.copy()), copy);
    return copy;
  };
  it.each([
    ['is changed', (path: string) => writeFileSync(path, 'x'), 'not as it was written'],
    ['is missing', (path: string) => rmSync(path), 'not as it was written'],
  ])('a backup of which an object %s', async (_told, spoil, message) => {
    const copy = await copyOfBackup();
    spoil(pathOf(copy, 'lake/_log/00000001.json'));
    const store = memoryStore();
    await expect(restore(into(store), copy)).rejects.toThrow(message);
    expect(await objects(store)).toEqual({});
  });

  it('a folder that holds no whole backup', async () => {
    const copy = await copyOfBackup();
    rmSync(join(copy, 'manifest.json'));
    await expect(restore(into(memoryStore()), copy)).rejects.toThrow('holds no backup');
    expect(readdirSync(copy)).toEqual(['objects']);
    await expect(backUp(await on(whole.copy()), copy)).rejects.toThrow('There is something in');
  });

  it('a store that holds data in every zone, or a vault with another key', async () => {
    const full = whole.copy();
    for (const zone of ['audit', 'anchors']) await full.put(`${zone}/0000000001.json`, '{}');
    await expect(restore(into(full), folder)).rejects.toThrow('data in every zone');
    const other = memoryStore();
    await work(home, other, [files.first]);
    await expect(restore(into(await empty(other, 'lake/')), folder)).rejects.toThrow('another key');
  });
});
