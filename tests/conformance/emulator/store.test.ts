// The Store in S3 keeps what every Store promises.
import { describe } from 'vitest';
import { storeContract } from '../../etl/storage/contract.ts';
import { emulated } from './emulated.ts';
import { absent } from './emulator.ts';
import { s3Stores } from './s3-stores.ts';

const stores = emulated(s3Stores);

describe.skipIf(absent)('the S3 store', () => {
  storeContract(() => stores().make());
});
