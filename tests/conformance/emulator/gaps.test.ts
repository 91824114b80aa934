// Where the emulator is known not to be as AWS is. When one of these fails, a newer emulator has closed the gap: say so here and use it.
import { CreateBucketCommand, PutBucketPolicyCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { emulated } from './emulated.ts';
import { absent } from './emulator.ts';
import { s3Stores } from './s3-stores.ts';

const Bucket = 'gaps';
const clients = emulated(async (emulator) => {
  const { client, another } = s3Stores(emulator);
  await client.send(new CreateBucketCommand({ Bucket }));
  return { client, stranger: another({ credentials: { accessKeyId: 'nobody', secretAccessKey: 'wrong' } }) };
});
const put = (Key: string) => new PutObjectCommand({ Bucket, Key, Body: 'x' });

describe.skipIf(absent)('the emulator, unlike AWS', () => {
  it('lets everybody do what a policy of the bucket denies', async () => {
    const { client } = clients();
    const Statement = [
      { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: `arn:aws:s3:::${Bucket}/*` },
    ];
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
    await client.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    await expect(client.send(put('denied'))).resolves.toBeDefined();
  });

  it('takes any key and any secret', async () => {
    await expect(clients().stranger.send(put('a'))).resolves.toBeDefined();
  });
});
