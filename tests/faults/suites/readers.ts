// Many readers while snapshot after snapshot is published: each answer is of one snapshot.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { clinicFile, visit } from '../../clinic.ts';
import type { MakeStore } from '../any-store.ts';
import { openOn, smallHouse } from '../small-house.ts';
import { signedInApi } from '../../signed-in.ts';

const READERS = 20;

/** @param publishes how many snapshots are published meanwhile */
export function readersSuite(make: MakeStore, publishes = 20): void {
  it(`gives each request one snapshot, while ${publishes} are published`, async () => {
    const p = await openOn(smallHouse(), await make());
    const api = await signedInApi(p);
    /** In snapshot n there are n visits, half of them (rounded up) for an injury. */
    const publish = async (n: number) => {
      const rows = Array.from({ length: n }, (_, i) =>
        visit({
          visit: `V${i}`,
          patient: `P${i}`,
          nhs: '',
          surname: `Test${i}`,
          reason: i % 2 === 0 ? 'Injury' : 'Illness',
        }),
      );
      await land(p, [clinicFile(`visits_2024_05_v${n}.csv`, rows)]);
      expect((await build(p)).number).toBe(n);
    };
    await publish(1);
    let publishing = true;
    const numbers = new Set<number>();
    const wrong: unknown[] = [];
    let answered = 0;
    const reader = async () => {
      while (publishing) {
        const asked = performance.now();
        const response = await api.request('/api/kpis/visits/series?grain=month&by=reason');
        const body = (await response.json()) as {
          snapshot: number;
          rows: { numerator: number; split: { reason: string } }[];
        };
        const n = body.snapshot;
        const expected = n === 1 ? { Injury: 1 } : { Injury: Math.ceil(n / 2), Illness: Math.floor(n / 2) };
        const got = Object.fromEntries(body.rows?.map((r) => [r.split.reason, r.numerator]) ?? []);
        if (JSON.stringify(Object.entries(got).sort()) !== JSON.stringify(Object.entries(expected).sort()))
          wrong.push({ status: response.status, body });
        numbers.add(n);
        answered += 1;
        await sleep(3 * (performance.now() - asked)); // so that a slow machine has time left to publish
      }
    };
    const readers = Array.from({ length: READERS }, reader);
    for (let n = 2; n <= publishes; n++) await publish(n);
    publishing = false;
    await Promise.all(readers);
    console.log(`${answered} answers of ${numbers.size} snapshots were looked at`);
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(numbers.size).toBeGreaterThan(publishes / 4);
    p.close();
  });
}
