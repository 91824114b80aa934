// Twenty writers race for each number of the log, each with a view of S3 of its own, and some of their replies are lost.
import type { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { s3Store } from '../../../etl/storage/s3.ts';
import { currentSnapshot, listSnapshots, publish, type Snapshot } from '../../../etl/snapshots/log.ts';
import { scratchFolder } from '../../partnerships.ts';
import { careless } from '../../faults/careless.ts';
import { emulated } from './emulated.ts';
import { absent } from './emulator.ts';
import { s3Stores } from './s3-stores.ts';

const WRITERS = 20;
const NUMBERS = 5;

const stores = emulated(s3Stores);

const content = (reason: string) => ({ reason, submissions: [], tables: {}, kpis: {} }) as unknown as Snapshot;

/** A client every third of whose replies to a write is lost, after S3 has done what was asked. */
function forgetful(): S3Client {
  const client = stores().another({ maxAttempts: 6 });
  let n = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const reply = await next(args);
      if (context.commandName === 'PutObjectCommand' && ++n % 3 === 0)
        throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
      return reply;
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  return client;
}

/** What each writer was told that it had published. */
async function race(wrap: typeof careless = (store) => store): Promise<{ told: Snapshot[]; log: Snapshot[] }> {
  const { buckets } = await stores().make();
  const told: Snapshot[] = [];
  const writer = async (_: unknown, i: number) => {
    const store = wrap(s3Store({ client: forgetful(), buckets, cache: scratchFolder() }));
    for (;;) {
      const before = await currentSnapshot({ store });
      if ((before?.number ?? 0) >= NUMBERS) return;
      const made = await publish({ store }, before, content(`writer ${i}`));
      if (made) told.push(made);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  return { told, log: (await listSnapshots({ store: stores().open(buckets) })).reverse() };
}

describe.skipIf(absent)('twenty racing writers', () => {
  it('win each number of the log once, and each knows what it won', async () => {
    const { told, log } = await race();
    expect(log.map(({ number, parent }) => [number, parent])).toEqual(
      Array.from({ length: log.length }, (_, i) => [i + 1, i || null]),
    );
    expect(log.length).toBeGreaterThanOrEqual(NUMBERS);
    expect(told.map(({ txn }) => txn).sort()).toEqual(log.map(({ txn }) => txn).sort());
  });

  it('are told of more than there is where a store does not ask who was first', async () => {
    const { told, log } = await race(careless);
    expect(told.length).toBeGreaterThan(log.length);
  });
});
