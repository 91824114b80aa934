import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../etl/storage/store.ts';
import type { Anchor } from '../../../functions/api/audit/entry.ts';
import { lastEntry, readEntry, ANCHORS, anchorKey, ENTRIES, entryKey } from '../../../functions/api/audit/places.ts';
import { anchorEnd, type Recording, record } from '../../../functions/api/audit/record.ts';
import { auditKey, hashOf, seal } from '../../../functions/api/audit/seal.ts';
import { objectsIn, type Placed } from '../../../functions/api/audit/sources.ts';
import { verify } from '../../../functions/api/audit/verify.ts';
import { memoryStore } from '../../faults/memory-store.ts';
import { deed, recording } from './chain.ts';

/** A record of `n` deeds, by a process of its own each 50. */
async function recorded(n: number, store = memoryStore()): Promise<Recording & { store: typeof store }> {
  for (let i = (await lastEntry(store)) + 1, p = await recording({ ...store }); i <= n; i++) {
    if (i % 50 === 0) p = await recording({ ...store });
    await record(p, deed(`deed ${i}`));
  }
  return { ...(await recording(store)), store };
}

const verdict = async ({ store, mac }: Recording) =>
  verify(objectsIn(store, ENTRIES), objectsIn(store, ANCHORS), await auditKey(mac));
const verdictWithoutKey = ({ store }: Recording) =>
  verify(objectsIn(store, ENTRIES), objectsIn(store, ANCHORS), undefined);

/** The same, of the entries as an export has them: lines, which have no name. */
async function verdictOfLines(p: Recording, change: (lines: string[]) => string[]) {
  const lines: string[] = [];
  for await (const batch of objectsIn(p.store, ENTRIES)) lines.push(...batch.map(({ text }) => text));
  async function* changed(): AsyncGenerator<Placed[]> {
    yield change(lines).map((text) => ({ text }));
  }
  return verify(changed(), objectsIn(p.store, ANCHORS), await auditKey(p.mac));
}

const put = (p: Recording, seq: number, entry: unknown) => p.store.put(entryKey(seq), JSON.stringify(entry));
const edited = (line: string, change: object) => JSON.stringify({ ...JSON.parse(line), ...change });
/** Edited by somebody who makes the hash anew too, but has not the key. */
const rehashed = (line: string, change: object) => {
  const entry = { ...JSON.parse(line), ...change };
  return JSON.stringify({ ...entry, hash: hashOf(entry) });
};
const moved = (lines: string[], from: number, to: number) => lines.toSpliced(from, 1).toSpliced(to, 0, lines[from]!);

it('finds nothing in a record that nobody touched, of many processes', async () => {
  const p = await recorded(200);
  expect(await verdict(p)).toEqual({ entries: 200, anchored: 200, findings: [], found: 0 });
  expect(await verdictWithoutKey(p)).toMatchObject({ found: 0 });
  expect(await verdict(await recorded(0))).toEqual({ entries: 0, anchored: 0, findings: [], found: 0 });
});

it('finds nothing in what a hundred processes wrote at once', async () => {
  const store = memoryStore();
  await Promise.all(Array.from({ length: 100 }, async (_, i) => record(await recording({ ...store }), deed(`${i}`))));
  expect(await verdict(await recording(store))).toMatchObject({ entries: 100, findings: [] });
});

describe('names exactly', () => {
  it.each([
    ['what was done', { target: 'deed x' }],
    ['who did it', { actor: null }],
    ['when', { at: '2026-01-01T00:00:00.000Z' }],
    ['the decision', { decision: 'denied' }],
    ['its number', { seq: 7 }],
    ['what it follows', { prev: '0'.repeat(64) }],
    ['its MAC', { mac: '0'.repeat(64) }],
    ['its hash', { hash: '0'.repeat(64) }],
    ['something that it has not', { note: 'x' }],
  ])('an entry of which %s was edited', async (_told, change) => {
    const p = await recorded(120);
    const expected = { found: 1, findings: [{ fault: 'edited', seq: 60 }] };
    expect(await verdictOfLines(p, (lines) => lines.with(59, edited(lines[59]!, change)))).toMatchObject(expected);
    await put(p, 60, { ...(await readEntry(p.store, 60)), ...change });
    expect(await verdict(p)).toMatchObject(expected);
  });

  it('an entry that was edited and hashed anew by somebody without the key', async () => {
    const p = await recorded(120);
    expect(await verdictOfLines(p, (lines) => lines.with(59, rehashed(lines[59]!, { target: 'x' })))).toMatchObject({
      found: 1,
      findings: [{ fault: 'edited', seq: 60 }],
    });
  });

  it('an entry that is no JSON any more, where it stands', async () => {
    const p = await recorded(120);
    await p.store.remove(entryKey(59));
    await p.store.put(entryKey(60), '{"seq":6');
    expect((await verdict(p)).findings).toEqual([
      { fault: 'edited', seq: 60 },
      { fault: 'dropped', seq: 59, to: 59 },
    ]);
  });

  it.each([
    [1, 1],
    [60, 60],
    [60, 75],
    [119, 119],
  ])('entries %i to %i that were dropped', async (from, to) => {
    const p = await recorded(120);
    const expected = { found: 1, findings: [{ fault: 'dropped', seq: from, to }] };
    expect(await verdictOfLines(p, (lines) => lines.toSpliced(from - 1, to - from + 1))).toMatchObject(expected);
    for (let seq = from; seq <= to; seq++) await p.store.remove(entryKey(seq));
    expect(await verdict(p)).toMatchObject(expected);
  });

  it('an entry that was inserted: made up, or one that stands there already', async () => {
    const p = await recorded(120);
    const before61 = { found: 1, findings: [{ fault: 'inserted', seq: 61 }] };
    const made = (line: string) => rehashed(line, { seq: 61, target: 'x' });
    expect(await verdictOfLines(p, (lines) => lines.toSpliced(60, 0, made(lines[59]!)))).toMatchObject(before61);
    expect(await verdictOfLines(p, (lines) => lines.toSpliced(60, 0, lines[9]!))).toMatchObject(before61);
  });

  it('an entry that was appended by somebody without the key', async () => {
    const p = await recorded(120);
    const last = await readEntry(p.store, 120);
    await put(p, 121, seal(Buffer.alloc(32), { ...last, seq: 121, prev: last.hash }));
    expect((await verdict(p)).findings).toEqual([{ fault: 'edited', seq: 121 }]);
  });

  it('an entry that stands elsewhere than it was written', async () => {
    const p = await recorded(120);
    const one = (seq: number) => ({ found: 1, findings: [{ fault: 'reordered', seq }] });
    expect(await verdictOfLines(p, (lines) => moved(lines, 59, 80))).toMatchObject(one(60));
    const [a, b] = [await readEntry(p.store, 60), await readEntry(p.store, 61)];
    await put(p, 60, b);
    await put(p, 61, a);
    expect(await verdict(p)).toMatchObject(one(60));
  });

  it('what was cut off the end', async () => {
    const p = await recorded(120);
    await record(await recording({ ...p.store }), deed('the last')); // a new process sets an anchor at once
    for (let seq = 112; seq <= 121; seq++) await p.store.remove(entryKey(seq));
    expect(await verdict(p)).toMatchObject({ found: 1, findings: [{ fault: 'cut off', seq: 112, to: 121 }] });
  });

  it('where the record was cut off and written on, as soundly as before', async () => {
    const p = await recorded(120);
    for (let seq = 90; seq <= 120; seq++) await p.store.remove(entryKey(seq));
    await recorded(130, p.store);
    expect((await verdict(p)).findings[0]).toEqual({ fault: 'forked', seq: 90 });
  });

  it('a second record that goes on from the middle of the first', async () => {
    const p = await recorded(120);
    const fork = { ...(await readEntry(p.store, 61)), prev: (await readEntry(p.store, 59)).hash };
    const { hash: _hash, mac: _mac, ...entry } = fork;
    await put(p, 61, seal(await auditKey(p.mac), entry));
    // Whoever holds the key made it: only what follows it and the anchors tell.
    expect((await verdict(p)).findings).toEqual([{ fault: 'forked', seq: 61 }]);
    for (const name of await p.store.list(ANCHORS)) await p.store.remove(name);
    expect((await verdict(p)).findings).toEqual([{ fault: 'forked', seq: 61 }]);
  });

  it('the first entry of a chain that was made anew with another key', async () => {
    const p = await recorded(60);
    const other = await recorded(60, memoryStore());
    for (let seq = 1; seq <= 60; seq++) await put(p, seq, await readEntry(other.store, seq));
    const { findings, found } = await verdict(p);
    expect([found, findings[0]]).toEqual([60, { fault: 'edited', seq: 1 }]);
    expect((await verdictWithoutKey(p)).findings[0]).toEqual({ fault: 'forked', seq: 1 });
  });

  it('an anchor that was changed, and anchors that were taken away', async () => {
    const p = await recorded(120);
    await p.store.put(anchorKey(100), '{}');
    expect((await verdict(p)).findings).toEqual([{ fault: 'anchor', seq: 100 }]);
    const anchor = (await readJson<Anchor>(p.store, anchorKey(50)))!;
    await p.store.put(anchorKey(100), JSON.stringify({ ...anchor, hashes: anchor.hashes.with(0, '0'.repeat(64)) }));
    expect((await verdict(p)).findings).toEqual([{ fault: 'anchor', seq: 100 }]);
    const q = await recorded(200);
    for (const key of await q.store.list(ANCHORS)) await q.store.remove(key);
    expect((await verdict(q)).findings).toEqual([{ fault: 'unanchored', seq: 1, to: 200 }]);
  });
});

it('finds something, and the right entry first, whatever is done to one line', async () => {
  const p = await recorded(120);
  await anchorEnd(p);
  const place = fc.nat({ max: 119 });
  const tampering = fc.oneof(
    fc.record({ how: fc.constant('drop' as const), at: place }),
    fc.record({ how: fc.constant('copy' as const), at: place, to: place }),
    fc.record({ how: fc.constant('move' as const), at: place, to: place }),
    fc.record({ how: fc.constant('edit' as const), at: place, target: fc.string() }),
  );
  await fc.assert(
    fc.asyncProperty(tampering, async (t) => {
      if (t.how === 'move' && t.to === t.at) return;
      const { findings } = await verdictOfLines(p, (lines) => {
        if (t.how === 'drop') return lines.toSpliced(t.at, 1);
        if (t.how === 'copy') return lines.toSpliced(t.to, 0, lines[t.at]!);
        if (t.how === 'move') return moved(lines, t.at, t.to);
        return lines.with(t.at, rehashed(lines[t.at]!, { target: t.target }));
      });
      const named = findings.map(({ seq }) => seq);
      if (t.how === 'drop' || t.how === 'edit') expect(named).toEqual([t.at + 1]);
      else expect(named.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});
