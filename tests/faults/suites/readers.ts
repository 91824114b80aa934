// Many readers while snapshot after snapshot is published: each answer is of one snapshot. Who asks when is told by what the publisher
// and the readers do, never by time, so that a slow store is read as often as a fast one.
import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { clinicFile, visit } from '../../clinic.ts';
import { signedInApi } from '../../signed-in.ts';
import type { MakeStore } from '../any-store.ts';
import { type Call, faulted } from '../faulted.ts';
import { gate } from '../gate.ts';
import { openOn, smallHouse } from '../small-house.ts';

const READERS = 20;
const LOG = 'lake/_log/';
const isCommit = (key: string) => key.startsWith(LOG) && key !== LOG;
const WRITES = ['put', 'putIfAbsent', 'putFile'];

interface Answer {
  snapshot: number;
  rows: { numerator: number; split: { reason: string } }[];
}

/** In snapshot n there are n visits, half of them (rounded up) for an injury. */
const fileOf = (n: number) =>
  clinicFile(
    `visits_2024_05_v${n}.csv`,
    Array.from({ length: n }, (_, i) =>
      visit({
        visit: `V${i}`,
        patient: `P${i}`,
        nhs: '',
        surname: `Test${i}`,
        reason: i % 2 === 0 ? 'Injury' : 'Illness',
      }),
    ),
  );

/** The number of the snapshot that an answer is of. @throws where any of its figures is another one's */
function snapshotOf({ snapshot: n, rows }: Answer): number {
  const whole = n === 1 ? { Injury: 1 } : { Injury: Math.ceil(n / 2), Illness: Math.floor(n / 2) };
  expect(Object.fromEntries(rows.map((r) => [r.split.reason, r.numerator])), `snapshot ${n}`).toEqual(whole);
  return n;
}

const times = <T>(count: number, work: () => T): T[] => Array.from({ length: count }, work);

/** @param publishes how many snapshots are published meanwhile */
export function readersSuite(make: MakeStore, publishes = 10): void {
  it(`gives each request one snapshot, while ${publishes} are published`, async () => {
    const [home, store] = [smallHouse(), await make()];
    /** Who has pinned a snapshot stands here before all that it asks the lake for next, while another one is published. */
    let pinned = gate(0);
    const asking = new AsyncLocalStorage<{ pinned: boolean }>();
    const read = await openOn(
      home,
      faulted(store, ({ method, key }) => {
        const one = asking.getStore();
        if (one?.pinned && key.startsWith('lake/') && !isCommit(key)) return () => pinned.pass();
        if (one && method === 'list' && key === LOG) one.pinned = true;
        return undefined;
      }),
    );
    const api = await signedInApi(read);
    const ask = (): Promise<number> => asking.run({ pinned: false }, answer);
    const answer = async (): Promise<number> => {
      const response = await api.request('/api/kpis/visits/series?grain=month&by=reason');
      expect(response.status, await response.clone().text()).toBe(200);
      return snapshotOf((await response.json()) as Answer);
    };

    let atWrite: (call: Call) => Promise<void> = async () => {};
    const written = await openOn(
      home,
      faulted(store, (call) => (WRITES.includes(call.method) ? () => atWrite(call) : undefined)),
    );
    const publish = async (n: number) => {
      await land(written, [fileOf(n)]);
      expect((await build(written)).number).toBe(n);
    };
    await publish(1);

    let answered = 0;
    for (let n = 2; n <= publishes; n++) {
      pinned = gate(READERS);
      const early = times(READERS, ask);
      const between: number[] = [];
      const racing: Promise<number>[] = [];
      atWrite = async ({ key }) => {
        // Nobody waits for ever where readers pass no gate.
        await Promise.race([pinned.full, Promise.all(early)]);
        between.push(await ask());
        if (isCommit(key)) racing.push(...times(READERS, ask));
      };
      await publish(n);
      const late = await Promise.all(times(READERS, ask));
      pinned.open();
      expect(late, 'asked once it was told that it is published').toEqual(Array(READERS).fill(n));
      expect(await Promise.all(early), 'asked before, and read after').toEqual(Array(READERS).fill(n - 1));
      expect(pinned.stood(), 'had pinned it before').toBe(READERS);
      expect(new Set(between), 'asked between two writes').toEqual(new Set([n - 1]));
      expect(between.length).toBeGreaterThan(5);
      expect(racing).toHaveLength(READERS);
      for (const one of await Promise.all(racing)) expect([n - 1, n]).toContain(one);
      answered += late.length + early.length + between.length + racing.length;
    }
    console.log(`${answered} answers were looked at, ${answered / (publishes - 1)} with each snapshot published`);
    for (const p of [read, written]) p.close();
  });
}
