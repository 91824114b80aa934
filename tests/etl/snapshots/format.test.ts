import { expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { series } from '../../../etl/query/series.ts';
import { currentSnapshot, listSnapshots, readSnapshot, type Snapshot } from '../../../etl/snapshots/log.ts';
import { memoryStore } from '../../faults/memory-store.ts';
import { openOn, seen, sent, smallHouse, work } from '../../faults/small-house.ts';

const home = smallHouse();
const files = sent();
const FIRST = 'lake/_log/00000001.json';

/** A store with one snapshot, as another version of this program would have written it. */
async function written(change: (snapshot: Snapshot) => object) {
  const store = memoryStore();
  await work(home, store, [files.first]);
  const snapshot = JSON.parse(new TextDecoder().decode(await store.read(FIRST))) as Snapshot;
  await store.put(FIRST, JSON.stringify(change(snapshot)));
  return openOn(home, store);
}

/** The first version of all: it said neither its format, nor from what anything was made, and its KPI tables held facts. */
const firstShape = ({ format: _, children: _c, extracts: _e, redone: _r, tables, kpis, ...snapshot }: Snapshot) => ({
  ...snapshot,
  inputs: 'of then',
  tables: Object.fromEntries(Object.entries(tables).map(([name, { made: _m, ...table }]) => [name, table])),
  kpis: Object.fromEntries(Object.entries(kpis).map(([id, { made: _m, shape: _s, ...kpi }]) => [id, kpi])),
});

it('says of every snapshot what shape it has', async () => {
  const p = await written((snapshot) => snapshot);
  expect((await currentSnapshot(p))?.format).toBe(1);
});

it('reads data that the first version wrote: what it cannot ask it says, and the next build makes it anew with the same children', async () => {
  const p = await written(firstShape);
  const old = (await currentSnapshot(p))!;
  expect([old.number, old.format]).toEqual([1, undefined]);
  await expect(series(p, old, { kpi: 'visits', grain: 'month' })).rejects.toThrow('made by an earlier version');

  await land(p, [files.later]);
  const next = await build(p);
  expect([next.number, next.format, next.submissions.length]).toEqual([2, 1, 2]);
  const session = await p.engine.session();
  const children = async (s: Snapshot) => {
    const path = await p.store.localPath(s.tables.person_map!.key);
    return session.rows<{ child_ref: string }>(`select source_ref, child_ref from read_parquet('${path}')`);
  };
  expect(await children(next)).toEqual(expect.arrayContaining(await children(old)));
  session.close();
  expect(await seen(p)).not.toBeNull();
});

it('is told by data of a newer version what to do, and changes nothing of them', async () => {
  const p = await written((snapshot) => ({ ...snapshot, format: 2 }));
  for (const ask of [() => currentSnapshot(p), () => readSnapshot(p, 1), () => build(p)])
    await expect(ask()).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('Update this one'),
    });
  expect(await p.store.list('lake/_log/')).toEqual([FIRST]);
  expect(await listSnapshots(p)).toHaveLength(1);
});
