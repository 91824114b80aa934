// What the Store in S3 promises beyond the contract: of replies that are lost, of a busy S3, of what it says of faults.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { s3Store } from '../../../etl/storage/s3.ts';
import { scratchFolder } from '../../partnerships.ts';
import { emulated } from './emulated.ts';
import { absent } from './emulator.ts';
import { s3Stores } from './s3-stores.ts';

const stores = emulated(s3Stores);

type Befalls = (send: () => Promise<unknown>, n: number) => Promise<unknown>;

/** A client to whose requests of one kind something happens; they are counted from 1, each try of the client's own too. */
function disturbed(command: string, befalls: Befalls): { client: S3Client; count: () => number } {
  const client = stores().another();
  let n = 0;
  client.middlewareStack.add(
    (next, context) => (args) =>
      (context.commandName === command ? befalls(() => next(args), ++n) : next(args)) as ReturnType<typeof next>,
    { step: 'finalizeRequest', priority: 'low' },
  );
  return { client, count: () => n };
}

const lost = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
const answering = (name: string, httpStatusCode: number) =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });
const withClient = (client: S3Client, buckets: Record<string, string>, capacity?: number) =>
  s3Store({ client, buckets, cache: join(scratchFolder(), 'objects'), capacity });

describe.skipIf(absent)('the S3 store', () => {
  it('won a name when only the reply was lost, and lost it when another was first', async () => {
    const { buckets } = await stores().make();
    const { client, count } = disturbed('PutObjectCommand', async (send, n) => {
      const reply = await send();
      if (n === 1) throw lost();
      return reply;
    });
    const store = withClient(client, buckets);
    expect(await store.putIfAbsent('lake/_log/1', 'mine')).toBe(true);
    expect(count()).toBe(2);
    expect(await store.putIfAbsent('lake/_log/1', 'mine')).toBe(false);
  });

  it('gives its connection back after each file, also after one that S3 refused', async () => {
    const { buckets } = await stores().make();
    const requestHandler = { httpAgent: { maxSockets: 1 }, requestTimeout: 5_000 };
    const client = stores().another({ requestHandler });
    const file = (bytes: number) => {
      const path = join(scratchFolder(), 'file');
      writeFileSync(path, 'x'.repeat(bytes));
      return path;
    };
    const store = withClient(client, { ...buckets, vault: 'no-such-bucket' });
    for (const bytes of [10, 100_000, 1_000_000]) await store.putFile('lake/file', file(bytes));
    await expect(store.putFile('vault/file', file(1_000_000))).rejects.toThrow('do not answer');
    await store.putFile('lake/file', file(3));
    expect(await store.read('lake/file')).toHaveLength(3);
  });

  it('asks again where two writers met, and says so in the end', async () => {
    const { buckets } = await stores().make();
    const conflict = answering('ConditionalRequestConflict', 409);
    const twice = disturbed('PutObjectCommand', (send, n) => (n < 3 ? Promise.reject(conflict) : send()));
    expect(await withClient(twice.client, buckets).putIfAbsent('lake/a', 'x')).toBe(true);
    const always = disturbed('PutObjectCommand', () => Promise.reject(conflict));
    await expect(withClient(always.client, buckets).putIfAbsent('lake/b', 'x')).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  it('sends a file again where it did not get through, and leaves it where it never did', async () => {
    const { buckets } = await stores().make();
    const file = join(scratchFolder(), 'file');
    writeFileSync(file, 'rows'.repeat(100_000));
    const down = disturbed('PutObjectCommand', () => Promise.reject(answering('ServiceUnavailable', 503)));
    await expect(withClient(down.client, buckets).putFile('lake/a', file)).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(existsSync(file)).toBe(true);
    const busy = disturbed('PutObjectCommand', (send, n) =>
      n < 3 ? Promise.reject(answering('SlowDown', 503)) : send(),
    );
    const store = withClient(busy.client, buckets);
    await store.putFile('lake/a', file);
    expect(statSync(await store.localPath('lake/a')).size).toBe(400_000);
  });

  it('lists more than a page', async () => {
    const store = await stores().make();
    const keys = Array.from({ length: 1100 }, (_, i) => `lake/receipts/${String(i).padStart(5, '0')}.json`);
    for (let i = 0; i < keys.length; i += 50) await Promise.all(keys.slice(i, i + 50).map((key) => store.put(key, '')));
    expect(await store.list('lake/receipts/')).toEqual(keys);
  });

  it('brings an object once, and again when it has changed', async () => {
    const { buckets } = await stores().make();
    let unchanged = 0;
    const { client, count } = disturbed('GetObjectCommand', (send) =>
      send().catch((error) => {
        if (error.$metadata.httpStatusCode === 304) unchanged += 1;
        throw error;
      }),
    );
    const store = withClient(client, buckets);
    await store.put('lake/t', 'one');
    const [path, same] = [await store.localPath('lake/t'), await store.localPath('lake/t')];
    expect([path === same, count(), unchanged]).toEqual([true, 2, 1]);
    await store.put('lake/t', 'two');
    expect([readFileSync(await store.localPath('lake/t'), 'utf8'), readFileSync(path, 'utf8')]).toEqual(['two', 'one']);
    expect(existsSync(await store.localPath('lake/nothing'))).toBe(false);
  });

  it('keeps what may still be read when its copies are more than they may be, and lets go of what nobody reads', async ({
    onTestFinished,
  }) => {
    const { buckets } = await stores().make();
    const store = withClient(stores().client, buckets, 10);
    for (const key of ['lake/a', 'lake/b', 'lake/c']) await store.put(key, 'sixsix');
    const [a, b] = [await store.localPath('lake/a'), await store.localPath('lake/b')];
    expect([a, b].map(existsSync)).toEqual([true, true]);
    const now = Date.now;
    onTestFinished(() => void (Date.now = now));
    Date.now = () => now() + 16 * 60 * 1000;
    const c = await store.localPath('lake/c');
    expect([a, b, c].map(existsSync)).toEqual([false, false, true]);
    expect(existsSync(await store.localPath('lake/a'))).toBe(true);
  });

  it('never takes a bucket that is missing for one without objects', async () => {
    const store = withClient(stores().client, { lake: 'nobody-has-made-this' });
    await expect(store.read('lake/a')).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(store.list('lake/a/')).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(store.localPath('lake/a')).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(store.read('vault/a')).rejects.toThrow('no bucket here for this zone');
  });

  it.each([
    ['AccessDenied', 403, 'may not be read or written'],
    ['KMS.DisabledException', 400, 'may not be read or written'],
    ['InternalError', 500, 'do not answer'],
    ['XAmzContentSHA256Mismatch', 400, 'other than it was sent'],
  ])('tells of %s without a key', async (name, code, told) => {
    const { buckets } = await stores().make();
    const { client } = disturbed('GetObjectCommand', () => Promise.reject(answering(name, code)));
    const error = await withClient(client, buckets)
      .read('lake/A-CHILD')
      .catch((e: Error) => e);
    expect(error).toMatchObject({ kind: 'unavailable', message: expect.stringContaining(told) });
    expect(JSON.stringify(error)).not.toContain('CHILD');
  });

  it('says so where nobody answers at all', async () => {
    const client = stores().another({ endpoint: 'http://127.0.0.1:9', maxAttempts: 1 });
    await expect(withClient(client, { lake: 'b' }).read('lake/a')).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('sends each object with its SHA-256, and S3 refuses bytes that are not those', async () => {
    const { buckets } = await stores().make();
    const sums: unknown[] = [];
    const changing = stores().another({ maxAttempts: 1 });
    changing.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> };
        if (headers['x-amz-checksum-sha256']) sums.push(headers['x-amz-checksum-sha256']);
        headers['x-amz-checksum-sha256'] &&= `${'A'.repeat(43)}=`;
        return next(args);
      },
      { step: 'build', priority: 'low' },
    );
    const store = withClient(changing, buckets);
    const file = join(scratchFolder(), 'file');
    writeFileSync(file, 'rows');
    for (const write of [
      store.put('lake/a', 'rows'),
      store.putIfAbsent('lake/b', 'rows'),
      store.putFile('lake/c', file),
    ])
      await expect(write).rejects.toMatchObject({
        kind: 'unavailable',
        message: expect.stringMatching(/other than it was sent.*nothing was written\. Try again/),
      });
    expect(sums).toEqual(Array(3).fill(createHash('sha256').update('rows').digest('base64')));
    expect(await store.list('lake/')).toEqual([]);
  });

  it('refuses bytes that were changed on their way here', async () => {
    const { buckets } = await stores().make();
    const client = stores().another();
    client.middlewareStack.add(
      (next) => async (args) => {
        const reply = await next(args);
        (reply.response as { headers: Record<string, string> }).headers['x-amz-checksum-sha256'] = `${'A'.repeat(43)}=`;
        return reply;
      },
      { step: 'deserialize', priority: 'low' },
    );
    await stores().client.send(
      new PutObjectCommand({ Bucket: buckets.lake, Key: 'lake/a', Body: 'x', ChecksumAlgorithm: 'SHA256' }),
    );
    const store = withClient(client, buckets);
    await expect(store.read('lake/a')).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(store.localPath('lake/a')).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
