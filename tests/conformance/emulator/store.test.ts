// The Store in S3 keeps what every Store promises.
import { afterAll, beforeAll, describe } from 'vitest';
import { storeContract } from '../../etl/storage/contract.ts';
import { absent, type Emulator, startEmulator } from './emulator.ts';
import { type S3Stores, s3Stores } from './s3-stores.ts';

let emulator: Emulator;
let stores: S3Stores;
beforeAll(async () => {
  if (absent) return;
  emulator = await startEmulator();
  stores = s3Stores(emulator);
});
afterAll(() => emulator?.close());

describe.skipIf(absent)('the S3 store', () => {
  storeContract(() => stores.make());
});
