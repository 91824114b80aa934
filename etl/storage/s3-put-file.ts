import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

const TRIES = 4;

/**
 * Writes a local file as an object in one call, so of at most 5 GB. In parts it would take the right to decrypt what is written, which
 * those who only write into the vault do not have. Memory does not grow with the file.
 */
export async function putFile(client: S3Client, place: { Bucket: string; Key: string }, path: string): Promise<void> {
  const ChecksumSHA256 = await sha256(path);
  const { size: ContentLength } = await stat(path);
  // The client tries again by itself what it can send again; a stream it cannot.
  for (let tries = 1; ; tries++) {
    const Body = createReadStream(path);
    const givenUp = new AbortController();
    const put = new PutObjectCommand({ ...place, Body, ContentLength, ChecksumSHA256 });
    try {
      // S3 may answer before the end of the file is met, and only then is the connection free again: the file closes by itself.
      await client.send(put, { abortSignal: givenUp.signal });
      return;
    } catch (error) {
      givenUp.abort(); // what was refused half-way would hold its connection for ever
      Body.destroy();
      if (!passing(error) || tries === TRIES) throw error;
      await sleep(Math.random() * 100 * 2 ** tries);
    }
  }
}

/** Whether an error may be gone the next time: the network's, a busy S3's. */
function passing(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status === undefined || status >= 500 || status === 429;
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64');
}
