import { expect, it } from 'vitest';
import { currentSnapshot, listSnapshots, publish, rollback, type Snapshot } from '../../../etl/snapshots/log.ts';
import { faulted, type Fault } from '../../faults/faulted.ts';
import { memoryStore } from '../../faults/memory-store.ts';

const content = (reason: string) => ({ reason }) as Omit<Snapshot, 'number' | 'parent' | 'txn'>;

it('gives each of twenty racing publishers a number of its own, and loses none', async () => {
  const store = memoryStore();
  const until = async (reason: string): Promise<Snapshot> =>
    (await publish({ store }, await currentSnapshot({ store }), content(reason))) ?? until(reason);
  const made = await Promise.all(Array.from({ length: 20 }, (_, i) => until(`publisher ${i}`)));
  expect(made.map((s) => s.number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  const kept = await listSnapshots({ store });
  expect(kept.map((s) => s.number)).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i));
  expect(new Set(kept.map((s) => s.reason)).size).toBe(20);
  for (const s of kept) expect(s.parent).toBe(s.number === 1 ? null : s.number - 1);
});

it('publishes nothing on a snapshot that is no longer the current one', async () => {
  const store = memoryStore();
  const first = await publish({ store }, undefined, content('first'));
  expect(await publish({ store }, first, content('second'))).toMatchObject({ number: 2, parent: 1 });
  expect(await publish({ store }, first, content('late'))).toBeUndefined();
  expect((await listSnapshots({ store })).map((s) => s.reason)).toEqual(['second', 'first']);
});

const firstCalls = (count: number, fault: Fault) => {
  const store = memoryStore();
  return { inner: store, store: faulted(store, ({ n }) => (n <= count ? fault : undefined)) };
};

it.each(['lose reply', 'fail', 'twice'] as const)('publishes once when the store is at fault: %s', async (fault) => {
  const { inner, store } = firstCalls(1, fault);
  const made = await publish({ store }, undefined, content('once'));
  expect(made).toMatchObject({ number: 1 });
  expect(await listSnapshots({ store: inner })).toEqual([made]);
});

it('gives up on a store that does not answer', async () => {
  const { inner, store } = firstCalls(99, 'fail');
  await expect(publish({ store }, undefined, content('never'))).rejects.toThrow('fault at call 5');
  expect(await listSnapshots({ store: inner })).toEqual([]);
});

it('goes back to a snapshot also where another is published meanwhile', async () => {
  const inner = memoryStore();
  const publishOne = async (reason: string) =>
    publish({ store: inner }, await currentSnapshot({ store: inner }), { ...content(reason), inputs: reason });
  await publishOne('one');
  await publishOne('two');
  let overtaken = false;
  const overtake = async () => {
    if (!overtaken) await publishOne('meanwhile');
    overtaken = true;
  };
  const store = faulted(inner, ({ method }) => (method === 'putIfAbsent' ? overtake : undefined));
  const back = rollback({ store }, 1);
  await expect(back).resolves.toMatchObject({ number: 4, parent: 3, inputs: 'meanwhile', reason: 'rollback to 1' });
});
