// The fault suites over the Store in S3: fewer runs than in memory (tests/faults), since each costs many requests.
import { describe } from 'vitest';
import type { MakeStore } from '../../faults/any-store.ts';
import { everyCallSuite } from '../../faults/suites/every-call.ts';
import { modelSuite } from '../../faults/suites/model.ts';
import { ordersSuite } from '../../faults/suites/orders.ts';
import { readersSuite } from '../../faults/suites/readers.ts';
import { reconcileSuite } from '../../faults/suites/reconcile.ts';
import { dated } from './dated.ts';
import { emulated } from './emulated.ts';
import { absent } from './emulator.ts';
import { s3Stores } from './s3-stores.ts';

const stores = emulated(s3Stores);

const make: MakeStore = async (clock) => {
  const store = await stores().make();
  return clock ? dated(store, clock) : store;
};

describe.skipIf(absent)('on the S3 store', { timeout: 300_000 }, () => {
  everyCallSuite(make, true);
  modelSuite(make, 16);
  ordersSuite(make, 36);
  readersSuite(make, 6);
  reconcileSuite(make);
});
