import { expect, it } from 'vitest';
import { SafeguardingError } from '../../../etl/errors.ts';
import { folderStore } from '../../../etl/storage/folder.ts';
import { readJson, type Store } from '../../../etl/storage/store.ts';
import type { Anchor } from '../../../functions/api/audit/entry.ts';
import { lastEntry, readEntry } from '../../../functions/api/audit/places.ts';
import { anchorEnd, record } from '../../../functions/api/audit/record.ts';
import { auditKey, isSealed, isSealedAnchor } from '../../../functions/api/audit/seal.ts';
import { memoryStore } from '../../faults/memory-store.ts';
import { scratchFolder } from '../../partnerships.ts';
import { deed, recording } from './chain.ts';

const all = async (store: Store) => {
  const keys = await store.list('audit/');
  return Promise.all(keys.map((_, i) => readEntry(store, i + 1)));
};

it('says who did what, when, and of which entry it is the next', async () => {
  const p = await recording();
  const named = { ...deed('a').actor!, name: 'Nameofaperson' };
  await record(p, deed('a', { actor: named, purpose: 'Audit of the quarter' }));
  await record(p, deed('b', { actor: undefined, action: 'deny', decision: 'denied' }));
  const [first, second] = await all(p.store);
  expect(first).toMatchObject({
    seq: 1,
    at: '2026-11-21T12:00:00.000Z',
    actor: { issuer: 'https://idp.example', subject: 'u-17', role: 'quality-assurance', agency: 'council' },
    action: 'small-numbers',
    target: 'a',
    purpose: 'Audit of the quarter',
    decision: 'allowed',
    prev: '0'.repeat(64),
  });
  expect(second).toMatchObject({ seq: 2, actor: null, purpose: null, decision: 'denied', prev: first!.hash });
  expect(JSON.stringify([first, second])).not.toContain('Nameofaperson');
  const key = await auditKey(p.mac);
  expect([first, second].map((entry) => isSealed(key, entry!))).toEqual([true, true]);
});

it.each([
  ['one process, in a folder', 1, () => folderStore(scratchFolder())],
  ['ten processes, in a folder', 10, () => folderStore(scratchFolder())],
  ['a hundred processes, in memory', 100, () => memoryStore()],
])('a hundred deeds at once by %s, leave no gap, and none is lost', async (_told, processes, make) => {
  const store = make();
  const each = await Promise.all(Array.from({ length: processes }, () => recording({ ...store })));
  const deeds = Array.from({ length: 100 }, (_each, i) => `deed ${i}`);
  await Promise.all(deeds.map((target, i) => record(each[i % processes]!, deed(target))));
  const entries = await all(store);
  expect(entries.map(({ seq }) => seq)).toEqual(deeds.map((_each, i) => i + 1));
  expect(entries.slice(1).map(({ prev }) => prev)).toEqual(entries.slice(0, -1).map(({ hash }) => hash));
  expect(entries.map(({ target }) => target).sort()).toEqual(deeds.toSorted());
});

it.each([1, 2, 15, 16, 17, 300])('finds the last of %i entries without listing them', async (n) => {
  const store = memoryStore();
  const p = await recording(store);
  for (let i = 0; i < n; i++) await record(p, deed(`${i}`));
  expect(await lastEntry({ ...store, list: () => Promise.reject(new Error('listed')) })).toBe(n);
});

it('goes on where another process ended, however far', async () => {
  const store = memoryStore();
  const [early, late] = [await recording(store), await recording({ ...store })];
  await record(early, deed('0'));
  for (let i = 1; i < 50; i++) await record(late, deed(`${i}`));
  await record(early, deed('50'));
  expect((await all(store)).map(({ target }) => target)).toEqual(Array.from({ length: 51 }, (_, i) => `${i}`));
});

it('writes a deed once where the answer of the store was lost', async () => {
  const store = memoryStore();
  let losses = 1;
  const forgetful: Store = {
    ...store,
    async putIfAbsent(key, bytes) {
      const done = await store.putIfAbsent(key, bytes);
      if (key.startsWith('audit/') && losses-- > 0) throw new Error('timeout');
      return done;
    },
  };
  const p = await recording(forgetful);
  await record(p, deed('once'));
  await record(p, deed('then'));
  expect((await all(store)).map(({ target }) => target)).toEqual(['once', 'then']);
});

it.each([
  ['audit/', 'an entry'],
  ['anchors/', 'an anchor'],
])('fails where %s (%s) cannot be written, and says nothing of why', async (zone) => {
  const store = memoryStore();
  const broken: Store = {
    ...store,
    putIfAbsent: (key, bytes) =>
      key.startsWith(zone) ? Promise.reject(new Error('CANARY')) : store.putIfAbsent(key, bytes),
  };
  const failure = await record(await recording(broken), deed('a')).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SafeguardingError);
  expect(failure).toMatchObject({ kind: 'unavailable', message: expect.not.stringContaining('CANARY') });
});

it('serves again once the store does', async () => {
  const store = memoryStore();
  let down = true;
  const p = await recording({
    ...store,
    putIfAbsent: (key, bytes) =>
      down && key.startsWith('audit/') ? Promise.reject(new Error()) : store.putIfAbsent(key, bytes),
  });
  await expect(record(p, deed('lost'))).rejects.toThrow('cannot be written');
  down = false;
  await record(p, deed('kept'));
  expect((await all(store)).map(({ target }) => target)).toEqual(['kept']);
});

it('goes on from no entry that cannot be read', async () => {
  const p = await recording(memoryStore());
  await p.store.put('audit/0000000001.json', 'not an entry');
  await expect(record(p, deed('a'))).rejects.toThrow('Entry 1 of the record of who saw what cannot be read');
});

it('sets anchors that hold every hash: with the first entry, then with the 64th after it', async () => {
  const p = await recording(memoryStore());
  for (let i = 0; i < 65; i++) await record(p, deed(`${i}`));
  const keys = await p.store.list('anchors/');
  expect(keys).toEqual(['anchors/0000000001.json', 'anchors/0000000065.json']);
  const anchors = await Promise.all(keys.map(async (key) => (await readJson<Anchor>(p.store, key))!));
  const key = await auditKey(p.mac);
  expect(anchors.map((anchor) => isSealedAnchor(key, anchor))).toEqual([true, true]);
  expect(anchors[1]).toMatchObject({ from: 2 });
  expect(anchors.flatMap(({ hashes }) => hashes)).toEqual((await all(p.store)).map(({ hash }) => hash));
});

it('anchors what a process before it may have left without one', async () => {
  const store = memoryStore();
  const early = await recording({ ...store });
  for (let i = 0; i < 30; i++) await record(early, deed(`${i}`));
  await record(await recording({ ...store }), deed('30'));
  const anchor = await readJson<Anchor>(store, 'anchors/0000000031.json');
  expect(anchor?.hashes).toEqual((await all(store)).map(({ hash }) => hash));
});

it('anchors the end when asked to, once, and goes on', async () => {
  const store = memoryStore();
  const p = await recording(store);
  await anchorEnd(p);
  expect(await store.list('anchors/')).toEqual([]);
  for (let i = 0; i < 3; i++) await record(p, deed(`${i}`));
  const other = await recording({ ...store });
  for (const each of [other, other, p]) await anchorEnd(each);
  expect(await store.list('anchors/')).toEqual(['anchors/0000000001.json', 'anchors/0000000003.json']);
  await record(p, deed('3'));
  expect((await readEntry(store, 4)).prev).toBe((await readEntry(store, 3)).hash);
});
