// Where the emulator is known not to be as AWS is. When one of these fails, a newer emulator has closed the gap: say so here and use it.
import { CreateBucketCommand, PutBucketPolicyCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { absent, type Emulator, startEmulator } from './emulator.ts';

let emulator: Emulator;
let s3: S3Client;
beforeAll(async () => {
  if (absent) return;
  emulator = await startEmulator();
  s3 = new S3Client({ ...emulator.client, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: 'gaps' }));
});
afterAll(() => emulator?.close());

const put = (Key: string, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket: 'gaps', Key, Body: 'x', ...more }));

describe.skipIf(absent)('the emulator, unlike AWS', () => {
  it('lets everybody do what a policy of the bucket denies', async () => {
    const Statement = [{ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::gaps/*' }];
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
    await s3.send(new PutBucketPolicyCommand({ Bucket: 'gaps', Policy }));
    await expect(put('denied')).resolves.toBeDefined();
  });

  it('takes any key and any secret', async () => {
    const stranger = new S3Client({
      ...emulator.client,
      forcePathStyle: true,
      credentials: { accessKeyId: 'nobody', secretAccessKey: 'wrong' },
    });
    await expect(stranger.send(new PutObjectCommand({ Bucket: 'gaps', Key: 'a', Body: 'x' }))).resolves.toBeDefined();
  });
});
