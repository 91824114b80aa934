import { describe, expect, it } from 'vitest';
import type { Decision, Entry } from '../../../etl/decisions/kinds.ts';
import { history, keep, standing } from '../../../etl/decisions/log.ts';
import { folderStore } from '../../../etl/storage/folder.ts';
import { clockAt, scratchFolder } from '../../partnerships.ts';

const house = (folder = scratchFolder()) => ({ store: folderStore(folder), clock: clockAt('2026-11-21T12:00:00Z') });
const meeting = (on: string, text = 'Board'): Decision => ({
  kind: 'meeting',
  on,
  text,
  owner: 'Chair',
  source: 'Minutes',
});
const entry = (decision: Decision): Entry => ({ by: 'A tester', replaces: null, why: null, decision });
const change = (replaces: number, decision: Decision | null): Entry => ({
  by: 'B',
  replaces,
  why: 'Wrong day',
  decision,
});
const holds = async (p: ReturnType<typeof house>) => standing(await history(p)).map((d) => [d.number, d.on]);

describe('what people decide', () => {
  it('is kept in order, and read again by another process', async () => {
    const folder = scratchFolder();
    const p = house(folder);
    expect(await history(p)).toEqual([]);
    expect(await keep(p, entry(meeting('2026-09-18')))).toMatchObject({
      number: 1,
      kept_at: '2026-11-21T12:00:00.000Z',
    });
    await keep(p, entry(meeting('2026-06-19')));
    expect(await holds(house(folder))).toEqual([
      [2, '2026-06-19'],
      [1, '2026-09-18'],
    ]);
  });

  it('is corrected by a row of its own: what stood there before stays in the history', async () => {
    const p = house();
    await keep(p, entry(meeting('2026-09-18')));
    await keep(p, change(1, meeting('2026-09-19')));
    expect(await holds(p)).toEqual([[2, '2026-09-19']]);
    expect((await history(p)).map(({ number, replaces, decision }) => [number, replaces, decision?.on])).toEqual([
      [1, null, '2026-09-18'],
      [2, 1, '2026-09-19'],
    ]);
  });

  it('can be withdrawn, and stays in the history', async () => {
    const p = house();
    await keep(p, entry(meeting('2026-09-18')));
    await keep(p, change(1, null));
    expect(await holds(p)).toEqual([]);
    expect(await history(p)).toHaveLength(2);
    await expect(keep(p, change(2, meeting('2026-09-20')))).rejects.toThrow('is a withdrawal');
  });

  it('is replaced once: the second of two corrections is told of the first', async () => {
    const p = house();
    await keep(p, entry(meeting('2026-09-18')));
    const both = await Promise.allSettled([
      keep(p, change(1, meeting('2026-09-19'))),
      keep(house(), change(1, meeting('2026-09-20'))),
      keep(p, change(1, meeting('2026-09-21'))),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await history(p)).toHaveLength(2);
    await expect(keep(p, change(1, null))).rejects.toThrow('Row 1 was replaced by row 2 meanwhile.');
  });

  it('gets a number of its own when two are entered at once', async () => {
    const folder = scratchFolder();
    const days = Array.from({ length: 8 }, (_, i) => `2026-09-1${i}`);
    await Promise.all(days.map((on) => keep(house(folder), entry(meeting(on)))));
    const all = await history(house(folder));
    expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(all.map(({ decision }) => decision!.on).sort()).toEqual(days);
  });

  it('never becomes another kind, and never replaces what is not there', async () => {
    const p = house();
    await keep(p, entry(meeting('2026-09-18')));
    const event: Decision = { ...meeting('2026-09-18'), kind: 'event', kpi: null } as Decision;
    await expect(keep(p, change(1, event))).rejects.toThrow('is a meeting, and cannot become another kind');
    await expect(keep(p, change(7, null))).rejects.toThrow('Row 7 is not there.');
  });
});
