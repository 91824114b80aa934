import { expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { listReceipts } from '../../../etl/landing/receipt.ts';
import { reconcile } from '../../../etl/reconcile/reconcile.ts';
import { currentSnapshot, rollback } from '../../../etl/snapshots/log.ts';
import { reconciledLine } from '../../../functions/print/reconciled.ts';
import type { MakeStore } from '../any-store.ts';
import { faulted } from '../faulted.ts';
import { violations } from '../invariants.ts';
import { NOW, openOn, seen, sent, smallHouse, work } from '../small-house.ts';

const home = smallHouse();
const files = sent();
const clock = (now: string) => ({ now: () => new Date(now) });
const DAYS_LATER = '2025-06-05T09:00:00Z';

export function reconcileSuite(make: MakeStore): void {
  it('converges when every event was lost: what arrived is landed under its own time, and built', async () => {
    const store = await make(clock(NOW));
    for (const file of Object.values(files)) {
      // The landing stops before anything is judged: content and arrival are all that there is.
      const stopping = faulted(store, ({ key, method }) =>
        method === 'putFile' && key.startsWith('vault/') ? 'stop before' : undefined,
      );
      await work(home, stopping, [file]).catch(() => {});
    }
    expect(await listReceipts({ store })).toEqual([]);

    const p = await openOn(home, store, DAYS_LATER);
    const done = await reconcile(p);
    expect(done).toMatchObject({ landed: 3, failed: 0, snapshot: 1, built: true });
    expect((await listReceipts(p)).map((r) => r.received_at.slice(0, 10))).toEqual(Array(3).fill(NOW.slice(0, 10)));
    expect(await reconcile(p)).toEqual({ landed: 0, failed: 0, snapshot: 1, built: false, collected: 0 });

    const undisturbed = await openOn(home, await make());
    await undisturbed.store.put('vault/key', (await store.read('vault/key'))!);
    await land(undisturbed, Object.values(files));
    await build(undisturbed);
    expect(await seen(p)).toEqual(await seen(undisturbed));
    for (const one of [p, undisturbed]) one.close();
  });

  it('collects what nothing names once it is a day old, and never what is named', async () => {
    let now = NOW;
    const store = await make({ now: () => new Date(now) });
    await work(home, store, [files.first]);
    const p = await openOn(home, store, DAYS_LATER);
    await land(p, [files.correction]);
    await build(p);
    await rollback(p, 1);
    const kept = [...(await store.list('lake/')), ...(await store.list('vault/')), ...(await store.list('landing/'))];
    const orphans = [
      'lake/tables/visit/0123.parquet',
      'lake/kpis/visits/0123.parquet',
      'lake/staged/clinic-visits/0123.parquet',
      'lake/rejects/0123.parquet',
      'vault/identities/clinic-visits/0123.parquet',
      'vault/people/0123.json',
    ];
    for (const key of orphans) await store.put(key, 'left behind');
    now = DAYS_LATER;
    await store.put('lake/tables/visit/4567.parquet', 'still being built');
    await store.put('lake/other/0123', 'not ours to judge');
    expect(await reconcile(p)).toMatchObject({ collected: orphans.length, built: false });
    const left = [...(await store.list('lake/')), ...(await store.list('vault/')), ...(await store.list('landing/'))];
    expect(left.sort()).toEqual([...kept, 'lake/tables/visit/4567.parquet', 'lake/other/0123'].sort());
    expect(await violations(store)).toEqual([]);
    p.close();
  });

  it('goes on where one submission cannot be landed, and builds the others', async () => {
    const store = await make();
    for (const file of [files.first, files.later])
      await work(
        home,
        faulted(store, ({ key }) => (key.startsWith('vault/identities') ? 'stop before' : undefined)),
        [file],
      ).catch(() => {});
    const [first] = (await store.list('landing/')).filter((key) => key.endsWith('/content'));
    const p = await openOn(
      home,
      faulted(store, ({ key }) => (key === first ? 'fail' : undefined)),
    );
    const done = await reconcile(p);
    expect(done).toMatchObject({ landed: 1, failed: 1, built: true });
    expect((await currentSnapshot(p))!.submissions).toHaveLength(1);
    expect(reconciledLine(done)).toBe(
      'Reconciled. landed that had no receipt: 1; could not be landed and stay as they are: 1; published: snapshot 1.',
    );
    p.close();
  });
}
