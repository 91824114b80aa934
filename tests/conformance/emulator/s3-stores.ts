import { randomUUID } from 'node:crypto';
import { CopyObjectCommand, CreateBucketCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { s3Store } from '../../../etl/storage/s3.ts';
import type { Store } from '../../../etl/storage/store.ts';
import { scratchFolder } from '../../partnerships.ts';
import type { Emulator } from './emulator.ts';

const ZONES = ['landing', 'vault', 'lake', 'audit', 'anchors', 'web', 'nothing'];

export interface S3Stores {
  client: S3Client;
  /** A client of its own, with other settings. */
  another(settings?: S3ClientConfig): S3Client;
  /** An empty store in buckets of its own. */
  make(): Promise<S3Copyable>;
  /** Another process's view of such buckets. */
  open(buckets: Record<string, string>): Store;
}

export interface S3Copyable extends Store {
  readonly buckets: Record<string, string>;
  /** Another store with the same bytes. */
  copy(): Promise<S3Copyable>;
}

export function s3Stores(emulator: Emulator): S3Stores {
  const another = (settings: S3ClientConfig = {}) =>
    new S3Client({ ...emulator.client, forcePathStyle: true, ...settings });
  const client = another();
  const open = (buckets: Record<string, string>) => s3Store({ client, buckets, cache: scratchFolder() });

  const make = async (): Promise<S3Copyable> => {
    const id = randomUUID();
    const buckets = Object.fromEntries(ZONES.map((zone) => [zone, `${zone}-${id}`]));
    await Promise.all(Object.values(buckets).map((Bucket) => client.send(new CreateBucketCommand({ Bucket }))));
    const store = open(buckets);
    const copy = async () => {
      const other = await make();
      const keys = (await Promise.all(ZONES.map((zone) => store.list(`${zone}/`)))).flat();
      const zone = (key: string) => key.split('/')[0]!;
      const copied = (Key: string) =>
        new CopyObjectCommand({
          Bucket: other.buckets[zone(Key)],
          Key,
          CopySource: `${buckets[zone(Key)]}/${encodeURIComponent(Key)}`,
        });
      await Promise.all(keys.map((key) => client.send(copied(key))));
      return other;
    };
    return { ...store, buckets, copy };
  };
  return { client, another, make, open };
}
