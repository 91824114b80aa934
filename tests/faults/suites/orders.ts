// Six submissions, a correction and a stale one among them, in all their 720 orders.
//
// What is real: each file is landed once by the real code. Landing looks at nothing but the file, so what it writes is the same in
// every order but for the time of arrival, which the orders then get: objects and receipts are written into an empty store in each
// order, and the submissions that count are found by the real code. A build is made for each different set that counts, and for
// three orders the files are really landed, with a build after each.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { liveSubmissions } from '../../../etl/build/live.ts';
import { land } from '../../../etl/landing/land.ts';
import { keys, listReceipts, type Receipt } from '../../../etl/landing/receipt.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { clinicFile, visit } from '../../clinic.ts';
import type { AnyStore, MakeStore } from '../any-store.ts';
import { openOn, seen, smallHouse } from '../small-house.ts';

const home = smallHouse();
const day = (date: string) => ({ arrived: `${date} 09:30`, left: date });
const rows = (month: string, count: number) =>
  Array.from({ length: count }, (_, i) =>
    visit({ visit: `V${month}${i}`, patient: `P${i}`, nhs: '', surname: `Test${i}`, ...day(`1${i}/${month}/2024`) }),
  );
const files = [
  clinicFile('visits_2024_05_v1.csv', rows('05', 4)), // stale: it loses in every order
  clinicFile('visits_2024_05_v3.csv', rows('05', 2)), // the correction that counts
  clinicFile('visits_2024_05_v2.csv', rows('05', 3)),
  clinicFile('visits_2024_06.csv', rows('06', 1)),
  clinicFile('visits_2024_07.csv', rows('07', 2)),
  clinicFile('visits_2024_08.csv', rows('08', 3)),
];

const orders = (items: number[]): number[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((one) => orders(items.filter((i) => i !== one)).map((rest) => [one, ...rest]));
const all = orders([0, 1, 2, 3, 4, 5]);

const arrivingAt = (receipt: Receipt, place: number): Receipt => ({
  ...receipt,
  received_at: new Date(Date.UTC(2025, 5, 1, 9, place)).toISOString(),
});

/** @param every of the 720 orders, one in so many is tried */
export function ordersSuite(make: MakeStore, every = 1): void {
  const tried = all.filter((_, i) => i % every === 0);
  let landed: AnyStore;
  let p: Partnership;
  let receipts: Receipt[];
  beforeAll(async () => {
    landed = await make();
    p = await openOn(home, landed);
    receipts = [];
    for (const file of files) receipts.push(...(await land(p, [file])));
  });
  afterAll(() => p.close());

  /** A store into which the submissions have come in this order. */
  async function arrivedIn(order: number[]) {
    const store = await make();
    await store.put('vault/key', (await landed.read('vault/key'))!);
    for (const [place, i] of order.entries()) {
      const receipt = arrivingAt(receipts[i]!, place);
      for (const key of [keys.staged, keys.identities].map((of) => of(receipt.extract!, receipt.id)))
        await store.put(key, (await landed.read(key))!);
      await store.putIfAbsent(keys.receipt(receipt.id), JSON.stringify(receipt));
    }
    return store;
  }

  it(`ends equal in ${tried.length} of all 720 orders`, async () => {
    const ends = new Map<string, unknown>();
    for (const order of tried) {
      const store = await arrivedIn(order);
      const live = liveSubmissions(p.contracts, await listReceipts({ store }));
      const set = live.map((r) => r.id).join();
      if (ends.has(set)) continue;
      const here = await openOn(home, store);
      await build(here);
      ends.set(set, await seen(here));
      here.close();
    }
    console.log(`${tried.length} orders were tried; they end in ${ends.size} way`);
    expect(all).toHaveLength(720);
    expect([...ends.keys()]).toEqual([[1, 3, 4, 5].map((i) => receipts[i]!.id).join()]);
  });

  it('ends equal when files are landed and built one by one, stale first, stale last, and latest month first', async () => {
    const ends: unknown[] = [];
    for (const order of [
      [0, 2, 1, 3, 4, 5],
      [1, 2, 5, 4, 3, 0],
      [5, 4, 3, 1, 0, 2],
    ]) {
      const here = await openOn(home, await make());
      for (const i of order) {
        await land(here, [files[i]!]);
        await build(here);
      }
      ends.push(await seen(here));
      here.close();
    }
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
    const visits = (ends[0] as { visits: { period: string; numerator: number }[] }).visits;
    expect(visits.map((v) => [v.period, v.numerator])).toEqual([
      ['2024-05', 2],
      ['2024-06', 1],
      ['2024-07', 2],
      ['2024-08', 3],
    ]);
  });
}
