// What binds an upload to S3 is what its address signs.
import { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import type { Upload } from '../../../etl/landing/uploaded.ts';
import { s3Uploads } from '../../../functions/aws/uploads.ts';

const client = new S3Client({ region: 'eu-west-2', credentials: { accessKeyId: 'id', secretAccessKey: 'key' } });
const upload: Upload = {
  id: '0'.repeat(32),
  agency: 'police',
  extract: 'police-ppn',
  file: '../../Ann Testone\r\nx-amz-acl: public-read.csv',
  size: 12,
  sha256: 'ab'.repeat(32),
  asked_at: '2025-06-01T09:00:00.000Z',
};

it('signs the key, the length, the SHA-256 and that nothing may be there yet, for a quarter of an hour', async () => {
  const { url, headers } = await s3Uploads(client, 'landing-bucket').address(upload);
  const { pathname, searchParams } = new URL(url);
  expect(pathname).toBe(`/landing/inbox/police/police-ppn/${upload.id}/content`);
  expect(searchParams.get('X-Amz-SignedHeaders')!.split(';')).toEqual([
    'content-length',
    'content-type',
    'host',
    'if-none-match',
    'x-amz-checksum-sha256',
  ]);
  expect(searchParams.get('X-Amz-Expires')).toBe('900');
  expect(headers).toEqual({
    'content-type': 'application/octet-stream',
    'if-none-match': '*',
    'x-amz-checksum-sha256': Buffer.from(upload.sha256, 'hex').toString('base64'),
  });
  // Nothing else is asked of the store, and nothing of the file's name is anywhere.
  const rest = [...searchParams.keys()].filter((name) => !name.startsWith('X-Amz-'));
  expect(rest).toEqual(['x-id']);
  expect(url + JSON.stringify(headers)).not.toMatch(/Ann|Testone|acl/i);
});

it('is at the address of our own pages where these pass it on, and signed for the bucket all the same', async () => {
  const direct = new URL((await s3Uploads(client, 'landing-bucket').address(upload)).url);
  const front = new URL((await s3Uploads(client, 'landing-bucket', 'https://dashboard.example').address(upload)).url);
  expect(front.origin).toBe('https://dashboard.example');
  expect(front.pathname).toBe(direct.pathname);
  expect([...front.searchParams.keys()]).toEqual([...direct.searchParams.keys()]);
});
