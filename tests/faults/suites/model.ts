// Random days at a partnership: uploads, duplicates, corrections, late and stale files, crashes, two workers, rollbacks.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { series } from '../../../etl/query/series.ts';
import { currentSnapshot, listSnapshots, rollback } from '../../../etl/snapshots/log.ts';
import type { Store } from '../../../etl/storage/store.ts';
import { reconcile } from '../../../etl/reconcile/reconcile.ts';
import { clinicFile, visit } from '../../clinic.ts';
import type { MakeStore } from '../any-store.ts';
import { careless } from '../careless.ts';
import { type Call, faulted } from '../faulted.ts';
import { violations } from '../invariants.ts';
import { Model, type Sent } from '../model.ts';
import { openOn, smallHouse } from '../small-house.ts';

const home = smallHouse();

type Step =
  | { do: 'upload'; sent: Sent }
  | { do: 'build' | 'reconcile' }
  | { do: 'rollback'; to: number }
  | { do: 'crash'; sent: Sent; after: number }
  | { do: 'two workers'; sent: Sent; other: Sent; at: number | 'publish' };

// Few months and versions, so that duplicates, corrections and stale files come by themselves.
const sent: fc.Arbitrary<Sent> = fc
  .record({ month: fc.constantFrom('05', '06'), version: fc.integer({ min: 1, max: 3 }) })
  .map(({ month, version }) => ({ month, version, visits: version + (month === '05' ? 0 : 3) }));
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('upload' as const), sent }),
  fc.record({ do: fc.constantFrom('build' as const, 'reconcile' as const) }),
  fc.record({ do: fc.constant('rollback' as const), to: fc.nat(5) }),
  fc.record({ do: fc.constant('crash' as const), sent, after: fc.integer({ min: 1, max: 25 }) }),
  fc.record({
    do: fc.constant('two workers' as const),
    sent,
    other: sent,
    at: fc.oneof(fc.constant('publish' as const), fc.integer({ min: 2, max: 25 })),
  }),
);

const file = ({ month, version, visits }: Sent): string =>
  clinicFile(
    `visits_2024_${month}_v${version}.csv`,
    Array.from({ length: visits }, (_, i) =>
      visit({
        visit: `V${month}${i}`,
        patient: `P${i}`,
        nhs: '',
        surname: `Test${i}`,
        arrived: `10/${month}/2024 09:30`,
        left: '',
      }),
    ),
  );

/** Opens the partnership anew, as a process that starts does. */
async function during(store: Store, work: (p: Awaited<ReturnType<typeof openOn>>) => Promise<unknown>): Promise<void> {
  const p = await openOn(home, store);
  await work(p).finally(() => p.close());
}

async function take(store: Store, model: Model, now: Step): Promise<void> {
  const all = (one: Sent) => async (p: Awaited<ReturnType<typeof openOn>>) => {
    await land(p, [file(one)]);
    await build(p);
  };
  switch (now.do) {
    case 'upload':
      return during(store, async (p) =>
        expect((await land(p, [file(now.sent)]))[0]!.outcome).toBe(model.land(now.sent)),
      );
    case 'build':
    case 'reconcile':
      model.build();
      return during(store, now.do === 'build' ? (p) => build(p) : (p) => reconcile(p));
    case 'rollback': {
      if (model.log.length === 0) return;
      const to = (now.to % model.log.length) + 1;
      if (model.log[to - 1]!.between) return;
      model.rollback(to);
      return during(store, (p) => rollback(p, to));
    }
    case 'crash':
      await during(
        faulted(store, ({ n }) => (n === now.after ? 'stop after' : undefined)),
        all(now.sent),
      ).catch(() => {});
      model.land(now.sent);
      model.build();
      return during(store, all(now.sent)); // the sender tries again
    case 'two workers': {
      const other = () => during(store, all(now.other));
      let met = false;
      const publishes = (call: Call) => call.method === 'putIfAbsent' && call.key.startsWith('lake/_log/');
      const overtaken = faulted(store, (call) => {
        if (met || !(now.at === 'publish' ? publishes(call) : call.n === now.at)) return undefined;
        met = true;
        return other;
      });
      await during(overtaken, all(now.sent));
      if (!met) await other();
      for (const one of [now.sent, now.other]) model.land(one);
      model.build();
      return;
    }
  }
}

async function compare(store: Store, model: Model): Promise<void> {
  expect(await violations(store)).toEqual([]);
  await during(store, async (p) => {
    const snapshot = await currentSnapshot(p);
    expect(snapshot === undefined).toBe(model.log.length === 0);
    if (!snapshot) return;
    const rows = await series(p, snapshot, { kpi: 'visits', grain: 'month' });
    expect(rows.map((r) => [r.period, r.numerator])).toEqual(model.visits());
  });
}

const whole = (make: MakeStore, wrap: (store: Store) => Store) =>
  fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
    const [store, model] = [wrap(await make()), new Model()];
    for (const now of steps) {
      await take(store, model, now);
      const published = (await listSnapshots({ store })).length;
      if (now.do === 'two workers' && published > model.log.length) model.between();
      expect(published).toBe(model.log.length);
      await compare(store, model);
    }
  });

/** @param days how many are tried */
export function modelSuite(make: MakeStore, days = 24): void {
  it(`does what the model does on ${days} random days`, async () => {
    const tried = fc.assert(
      whole(make, (store) => store),
      { numRuns: days, endOnFailure: true },
    );
    await expect(tried, 'the message has the seed').resolves.toBeUndefined();
  });

  it('is found to differ from the model where publishing does not ask who was first', async () => {
    const found = fc.assert(whole(make, careless), { numRuns: 40, seed: 1, endOnFailure: true });
    await expect(found).rejects.toThrow(/seed: 1/);
  });
}
