import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { bodyFault, s3Fault } from './s3-fault.ts';
import { downloads } from './downloads.ts';
import { putFile } from './s3-put-file.ts';
import { folderOf, partsOf, type Store } from './store.ts';
import { toldOf } from './told.ts';

export interface S3Places {
  client: S3Client;
  /** The bucket of each zone. A zone that has none here may not be touched. */
  buckets: Readonly<Record<string, string>>;
  /** A folder of this process alone, as restricted as the zones: objects rest there while engines read them. */
  cache: string;
  /** How many bytes the cache may hold. */
  capacity?: number;
}

const GIBIBYTE = 2 ** 30;
const TRIES = 8;

const named = (error: unknown, ...names: string[]) => names.includes((error as Error).name);
/** Never a bucket that is missing: its objects would seem not to be there. */
const missing = (error: unknown) => named(error, 'NoSuchKey', 'NotFound');
const taken = (error: unknown) => named(error, 'PreconditionFailed');
const contended = (error: unknown) => named(error, 'ConditionalRequestConflict');

/**
 * A Store in S3. An object's key in its bucket is the whole key, zone and all. Each bucket encrypts with its own key by default.
 * A PUT is whole or not at all, and S3 refuses bytes that are not those of the SHA-256 sent with them.
 */
export function s3Store({ client, buckets, cache, capacity = 4 * GIBIBYTE }: S3Places): Store {
  const bucketOf = (zone: string) => {
    const bucket = buckets[zone];
    if (!bucket) throw new Error('There is no bucket here for this zone of the store.');
    return bucket;
  };
  const at = (key: string) => ({ Bucket: bucketOf(partsOf(key)[0]!), Key: key });

  const get = (key: string, unlessIts?: string) =>
    client.send(new GetObjectCommand({ ...at(key), IfNoneMatch: unlessIts }));
  const head = (key: string) => client.send(new HeadObjectCommand(at(key))).catch(ifMissing(undefined));

  const downloaded = downloads(cache, capacity, get);

  /**
   * A reply may be lost, and the client then asks again by itself: a name that is taken may have been taken by this very call.
   * The writer's mark on the object tells.
   */
  const ours = async (key: string, writer: string) => (await head(key))?.Metadata?.writer === writer;

  return toldOf(
    {
      async read(key) {
        const found = await get(key).catch(ifMissing(undefined));
        return found?.Body!.transformToByteArray().catch((error) => {
          throw bodyFault(error);
        });
      },
      async put(key, bytes) {
        await client.send(new PutObjectCommand({ ...at(key), Body: Buffer.from(bytes), ChecksumAlgorithm: 'SHA256' }));
      },
      async putIfAbsent(key, bytes) {
        const writer = randomUUID();
        const put = { ...at(key), Body: Buffer.from(bytes), ChecksumAlgorithm: 'SHA256', IfNoneMatch: '*' } as const;
        for (let tries = 1; ; tries++) {
          try {
            await client.send(new PutObjectCommand({ ...put, Metadata: { writer } }));
            return true;
          } catch (error) {
            if (taken(error)) return await ours(key, writer);
            if (!contended(error) || tries === TRIES) throw error;
            await sleep(Math.random() * 25 * 2 ** tries);
          }
        }
      },
      async putFile(key, path) {
        await putFile(client, at(key), path);
        await rm(path);
      },
      async localPath(key) {
        partsOf(key);
        return downloaded(key);
      },
      async list(prefix) {
        const Bucket = bucketOf(folderOf(prefix)[0]!);
        const keys: string[] = [];
        for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix: prefix }))
          keys.push(...(page.Contents ?? []).map((object) => object.Key!));
        return keys.sort();
      },
      modified: async (key) => (await head(key))?.LastModified,
      async remove(key) {
        await client.send(new DeleteObjectCommand(at(key)));
      },
      sweep: async () => 0, // a PUT leaves nothing unfinished
    },
    s3Fault,
  );
}

const ifMissing =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (missing(error)) return instead;
    throw error;
  };
