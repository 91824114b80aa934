// Each call to the store, in turn, is where it goes wrong; then the process starts again from the bytes that are there.
import { beforeAll, describe, expect, it } from 'vitest';
import { reconcile } from '../../../etl/reconcile/reconcile.ts';
import type { Store } from '../../../etl/storage/store.ts';
import { unexpected } from '../../../functions/unexpected.ts';
import type { AnyStore, MakeStore } from '../any-store.ts';
import { careless } from '../careless.ts';
import { type Call, type Fault, faulted } from '../faulted.ts';
import { violations } from '../invariants.ts';
import { openOn, seen, sent, smallHouse, work } from '../small-house.ts';

const home = smallHouse();
const files = sent();
const incoming = [files.correction, files.later];
const FAULTS = ['stop before', 'stop after', 'fail', 'lose reply', 'twice', 'delay'] as const;
const clock = { now: () => new Date('2025-06-01T09:00:00Z') };

/**
 * @param sampled at each call one kind of fault is tried instead of all of them, in turn; lost and doubled replies still wherever
 * somebody must be first
 */
export function everyCallSuite(make: MakeStore, sampled = false): void {
  const which = sampled
    ? 'at each of its calls to the store, by one kind of six in turn'
    : 'at each of its calls to the store';
  const sample = (fault: (typeof FAULTS)[number]) =>
    calls.filter(
      ({ n, method }) =>
        !sampled ||
        n % FAULTS.length === FAULTS.indexOf(fault) ||
        (method === 'putIfAbsent' && ['lose reply', 'twice'].includes(fault)),
    );
  let base: AnyStore;
  let calls: Call[];
  let before: unknown;
  let after: unknown;

  const look = async (store: Store): Promise<unknown> => {
    const p = await openOn(home, store);
    return seen(p).finally(() => p.close());
  };

  beforeAll(async () => {
    base = await make(clock);
    await work(home, base, [files.first]);
    before = await look(base);
    const undisturbed = faulted(await base.copy());
    await work(home, undisturbed, incoming);
    calls = undisturbed.calls;
    after = await look(undisturbed);
  });

  /** The work with a fault at call k, what readers see then, and the same work again. @returns what does not hold */
  async function tryAt(k: number, fault: Fault): Promise<string[]> {
    const inner = await base.copy();
    const told = { receipts: [], snapshots: [] };
    await work(
      home,
      faulted(inner, ({ n }) => (n === k ? fault : undefined)),
      incoming,
      told,
    ).catch(() => {});
    const wrong = await violations(inner, told);
    const now = JSON.stringify(await look(inner));
    if (![before, after].some((whole) => JSON.stringify(whole) === now)) wrong.push('readers see neither N nor N+1');

    await work(home, inner, incoming, told);
    const later = await openOn(home, inner, '2025-06-03T09:00:00Z');
    await reconcile(later);
    later.close();
    wrong.push(...(await violations(inner, told)));
    if (JSON.stringify(await look(inner)) !== JSON.stringify(after))
      wrong.push('the answers are not those of an undisturbed run');
    wrong.push(...(await orphans(inner)));
    return wrong.map((what) => `${String(fault)} at call ${k}: ${what}`);
  }

  /** What no receipt and no snapshot names, once the reconciler has been by. */
  async function orphans(store: Store): Promise<string[]> {
    const log = await Promise.all(
      (await store.list('lake/_log/')).map(async (key) => Buffer.from((await store.read(key))!).toString()),
    );
    const receipts = (await store.list('lake/receipts/')).join();
    const made = (await Promise.all(['lake/tables/', 'lake/kpis/', 'vault/people/'].map((f) => store.list(f)))).flat();
    const staged = (await Promise.all(['lake/staged/', 'vault/identities/'].map((f) => store.list(f)))).flat();
    return [
      ...made.filter((key) => !log.some((text) => text.includes(key))),
      ...staged.filter((key) => !receipts.includes(key.split('/').at(-1)!.split('.')[0]!)),
    ].map((key) => `${key.split('/')[1]} has an orphan`);
  }

  describe('a whole land, link, build and publish', () => {
    it.each(FAULTS)(`outlives ${which}: %s`, async (fault) => {
      const wrong: string[] = [];
      const tried = sample(fault);
      for (const { n } of tried) wrong.push(...(await tryAt(n, fault)));
      console.log(`${fault}: ${tried.length} of ${calls.length} calls to the store were tried`);
      expect(calls.length).toBeGreaterThan(30);
      expect(wrong).toEqual([]);
    });
  });

  /** Two workers with one store: all that the other does, it does between call k - 1 and call k of the first. */
  async function overtakenAt(k: number, store: Store): Promise<string[]> {
    const told = { receipts: [], snapshots: [] };
    const other = () => work(home, store, [files.later], told);
    await work(
      home,
      faulted(store, ({ n }) => (n === k ? other : undefined)),
      [files.correction],
      told,
    );
    const wrong = await violations(store, told);
    if (JSON.stringify(await look(store)) !== JSON.stringify(after)) wrong.push('the last snapshot lacks a submission');
    return wrong.map((what) => `overtaken at call ${k}: ${what}`);
  }

  describe('two workers', () => {
    it(`lose nothing wherever one overtakes the other${sampled ? ', at every sixth call' : ''}, and a store without put-if-absent is found out`, async () => {
      const alone = faulted(await base.copy());
      await work(home, alone, [files.correction]);
      const wrong: string[] = [];
      const tried = alone.calls.filter(({ n }) => !sampled || n % 6 === 0);
      for (const { n } of tried) wrong.push(...(await overtakenAt(n, await base.copy())));
      console.log(`overtaken: ${tried.length} of ${alone.calls.length} calls to the store were tried`);
      expect(wrong).toEqual([]);

      const publishing = alone.calls.find(({ key }) => /^lake\/_log\/\d/.test(key) && key.includes('00000002'))!.n;
      expect(await overtakenAt(publishing, await base.copy())).toEqual([]);
      expect((await overtakenAt(publishing, careless(await base.copy()))).join()).toContain(
        'that was told is not in the log',
      );
    });
  });

  describe.each([
    ['ENOSPC', 'putIfAbsent'],
    ['ENOSPC', 'putFile'],
    ['EACCES', 'read'],
    ['EACCES', 'list'],
  ] as const)('a disk that says %s to every %s', (code, method) => {
    it('publishes nothing, tells no name, and works again after', async () => {
      const inner = await base.copy();
      const broken = Object.assign(new Error(`${code}: open '/home/A CHILD.csv'`), { code });
      const store = faulted(inner, (call) =>
        call.method === method && !call.key.startsWith('vault/key') ? broken : undefined,
      );
      const error = await work(home, store, incoming).catch((e: Error) => e);
      expect(unexpected(error)).not.toContain('CHILD');
      expect(unexpected(error)).toContain(code);
      expect([await look(inner), await violations(inner)]).toEqual([before, []]);
      await work(home, inner, incoming);
      expect(await look(inner)).toEqual(after);
    });
  });
}
