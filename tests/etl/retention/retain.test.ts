import { expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { collectOrphans } from '../../../etl/reconcile/orphans.ts';
import { reconcile } from '../../../etl/reconcile/reconcile.ts';
import { listRetentions, retain } from '../../../etl/retention/retain.ts';
import { currentSnapshot, listSnapshots, readSnapshot, rollback, type Snapshot } from '../../../etl/snapshots/log.ts';
import type { Store } from '../../../etl/storage/store.ts';
import { readEntry } from '../../../functions/api/audit/places.ts';
import { upkeep } from '../../../functions/upkeep.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { memoryStore } from '../../faults/memory-store.ts';
import { answers } from '../../faults/small-house.ts';
import { clockAt, scratchFolder } from '../../partnerships.ts';

const home = clinicHouse(); // keeps files for 30 days, and snapshots for 60
const on = (day: string, store: Store): Promise<Partnership> =>
  openPartnership({ data: scratchFolder(), home, store, clock: clockAt(`${day}T09:00:00Z`) });

const file = (month: string, ref: string) =>
  clinicFile(`visits_2025_${month}.csv`, [
    visit({ visit: ref, patient: ref, nhs: '', arrived: `10/${month}/2025 09:30`, left: `11/${month}/2025` }),
  ]);

/** A store on which a file was landed and a snapshot built on each of some days; objects are as old as they look. */
async function history(days: Record<string, string>): Promise<Store> {
  let now = '';
  const store = memoryStore({ now: () => new Date(`${now}T09:00:00Z`) });
  for (const [day, month] of Object.entries(days)) {
    now = day;
    const p = await on(day, store);
    await land(p, [file(month, `V${month}`)]);
    await build(p);
    p.close();
  }
  return store;
}

const THREE = { '2025-02-01': '01', '2025-03-01': '02', '2025-04-20': '03' };
const namedBy = (snapshot: Snapshot) =>
  [...JSON.stringify(snapshot).matchAll(/"((?:lake|vault)\/[^"]+)"/g)].map(([, key]) => key!);
const missing = async (store: Store, keys: string[]) => {
  const there = await Promise.all(keys.map((key) => store.modified(key)));
  return keys.filter((_, i) => !there[i]);
};

it('removes files and snapshots that are older than partnership.yaml says, and nothing that the current one needs', async () => {
  const store = await history(THREE);
  const p = await on('2025-05-01', store);
  const before = await answers(p, await currentSnapshot(p));
  expect(await retain(p)).toMatchObject({
    dry_run: false,
    limits: { raw_days: 30, snapshots_days: 60, audit_years: 7 },
    raw: { went: 2, stays: 1, waiting: 0 },
    snapshots: { went: [1, 2], stays: 1 },
  });
  expect((await store.list('landing/')).length).toBe(2);
  expect((await listSnapshots(p)).map(({ number }) => number)).toEqual([3]);
  await expect(readSnapshot(p, 1)).rejects.toThrow('There is no snapshot 1');

  const tables = (await store.list('lake/kpis/')).length;
  expect(await collectOrphans(p)).toBeGreaterThan(0);
  expect((await store.list('lake/kpis/')).length).toBeLessThan(tables);
  const current = (await currentSnapshot(p))!;
  expect(await missing(store, namedBy(current))).toEqual([]);
  expect(await answers(await on('2025-05-01', store), current)).toEqual(before);
});

it('keeps the current snapshot however old it is, and its number is never given again', async () => {
  const store = await history(THREE);
  const p = await on('2030-01-01', store);
  expect((await retain(p)).snapshots).toEqual({ went: [1, 2], stays: 1 });
  expect(await reconcile(p)).toMatchObject({ snapshot: 3, built: false, landed: 0 });
  await land(p, [file('04', 'V04')]);
  const next = await build(p);
  expect([next.number, next.submissions.length]).toEqual([4, 4]);
});

it('keeps a snapshot that was gone back to, with all that it needs', async () => {
  const store = await history(THREE);
  await rollback(await on('2025-04-30', store), 1);
  const p = await on('2025-05-01', store);
  await retain(p);
  await collectOrphans(p);
  const current = (await currentSnapshot(p))!;
  expect([current.number, current.submissions.length]).toEqual([4, 1]);
  expect(await missing(store, namedBy(current))).toEqual([]);
});

it('keeps what has no receipt, and says how many there are', async () => {
  const store = await history({ '2025-02-01': '01' });
  await store.remove((await store.list('lake/receipts/'))[0]!);
  const p = await on('2026-02-01', store);
  expect((await retain(p)).raw).toEqual({ went: 0, stays: 0, waiting: 1 });
  expect((await store.list('landing/')).length).toBe(2);
});

it('is not told a file anew that went: a replay gets the same receipt', async () => {
  const store = memoryStore();
  const sent = file('01', 'V01');
  const [first] = await land(await on('2025-02-01', store), [sent]);
  const p = await on('2025-05-01', store);
  await retain(p);
  expect((await land(p, [sent]))[0]).toMatchObject({ id: first!.id, outcome: 'duplicate' });
});

it('removes nothing when asked what would go, and keeps no report of it', async () => {
  const store = await history(THREE);
  const p = await on('2025-05-01', store);
  const keys = async () => (await Promise.all(['landing/', 'lake/', 'vault/'].map((zone) => store.list(zone)))).flat();
  const before = await keys();
  const told = await retain(p, { dryRun: true });
  expect(await keys()).toEqual(before);
  expect(await retain(p)).toEqual({ ...told, dry_run: false });
});

it('finishes what was cut short between a file and its note', async () => {
  const store = await history({ '2025-02-01': '01' });
  const p = await on('2025-05-01', store);
  let calls = 0;
  const cut: Store = {
    ...store,
    remove: async (key) => (calls++ > 0 ? Promise.reject(new Error('cut')) : store.remove(key)),
  };
  await expect(retain({ ...p, store: cut })).rejects.toThrow('cut');
  expect((await store.list('landing/')).length).toBe(1);
  expect(await reconcile(p)).toMatchObject({ landed: 0, failed: 0 });
  expect((await retain(p)).raw.went).toBe(1);
  expect(await store.list('landing/')).toEqual([]);
});

it('keeps its reports, and runs once a day however often it is asked', async () => {
  const store = await history(THREE);
  expect(await upkeep(await on('2025-05-01', store))).toMatchObject({ snapshots: { went: [1, 2] } });
  expect(await upkeep(await on('2025-05-01', store))).toBeUndefined();
  expect(await upkeep(await on('2025-05-03', store))).toMatchObject({ snapshots: { went: [] } });
  expect((await readEntry(store, 2)).action).toBe('retain');
  expect((await store.list('audit/')).length).toBe(2);
  expect((await store.list('anchors/')).length).toBe(2);
  const kept = await listRetentions(await on('2025-05-03', store), 10);
  expect(kept.map(({ at, raw }) => [at.slice(0, 10), raw.went])).toEqual([
    ['2025-05-03', 0],
    ['2025-05-01', 2],
  ]);
});

it('removes nothing that the record would not know of', async () => {
  const store = await history(THREE);
  const deaf: Store = {
    ...store,
    putIfAbsent: (key, bytes) =>
      key.startsWith('audit/') ? Promise.reject(new Error()) : store.putIfAbsent(key, bytes),
  };
  const before = await store.list('landing/');
  await expect(upkeep({ ...(await on('2025-05-01', store)), store: deaf })).rejects.toThrow('cannot be written');
  expect(await store.list('landing/')).toEqual(before);
});
