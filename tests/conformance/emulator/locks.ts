import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  GetObjectLockConfigurationCommand,
  type ObjectLockConfiguration,
  PutObjectLockConfigurationCommand,
} from '@aws-sdk/client-s3';
import type { Emulator } from './emulator.ts';
import { bucketName } from './names.ts';
import { s3Stores } from './s3-stores.ts';

interface Template {
  Resources?: Record<
    string,
    { Properties?: { BucketName?: unknown; ObjectLockConfiguration?: ObjectLockConfiguration } }
  >;
}

/**
 * Gives buckets the locks that their templates say. The emulator keeps locks, and makes buckets without them.
 * @param outdir the templates, as CDK wrote them
 * @throws Error where it has made one: then this can go
 */
export async function lockBuckets(emulator: Emulator, outdir: string): Promise<void> {
  const { client } = s3Stores(emulator);
  for (const [zone, ObjectLockConfiguration] of locksIn(outdir)) {
    const Bucket = bucketName(zone);
    const there = await client.send(new GetObjectLockConfigurationCommand({ Bucket })).catch((error: Error) => {
      if (error.name !== 'ObjectLockConfigurationNotFoundError') throw error;
    });
    if (there) throw new Error(`The emulator has locked ${zone} by itself: nothing has to be done here any more.`);
    await client.send(new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }));
  }
}

function locksIn(outdir: string): [zone: string, ObjectLockConfiguration][] {
  const templates = readdirSync(outdir).filter((file) => file.endsWith('.template.json'));
  return templates
    .flatMap((file) =>
      Object.values((JSON.parse(readFileSync(join(outdir, file), 'utf8')) as Template).Resources ?? {}),
    )
    .flatMap(({ Properties: { BucketName, ObjectLockConfiguration: lock } = {} }) =>
      lock ? [[/safeguarding-[a-z]+-([a-z]+)-/.exec(JSON.stringify(BucketName))![1]!, lock] as const] : [],
    );
}
