// The one place where the adapters for AWS are chosen, from what the stacks tell each function in its environment.
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { athena } from '../../etl/engines/athena.ts';
import type { LakeEngine } from '../../etl/engines/lake.ts';
import { openPartnership, type Partnership } from '../../etl/partnership.ts';
import { s3Store } from '../../etl/storage/s3.ts';
import type { Store } from '../../etl/storage/store.ts';
import { kmsMac } from '../../etl/vault/kms.ts';
import type { Mac } from '../../etl/vault/mac.ts';

/** The setting with the bucket of each zone. A function is told of the zones that its role may touch, and of no other. */
const BUCKETS = {
  landing: 'LANDING_BUCKET',
  vault: 'VAULT_BUCKET',
  lake: 'LAKE_BUCKET',
  audit: 'AUDIT_BUCKET',
  anchors: 'ANCHORS_BUCKET',
  web: 'WEB_BUCKET',
};

/** The only folder that a function may write to. */
const WORK = join(tmpdir(), 'safeguarding');

/** The partnership of a function, which lives as long as it does. */
export const openHere = (): Promise<Partnership> => {
  const store = storeHere();
  return openPartnership({ data: WORK, store, mac: macHere(), athena: athenaHere(store) });
};

/** Athena, for the function that builds. */
function athenaHere(store: Store): LakeEngine | undefined {
  const { ATHENA_WORKGROUP: workGroup, GLUE_DATABASE: database, LAKE_BUCKET: lake } = process.env;
  return workGroup && database && lake ? athena(store, { root: `s3://${lake}/`, database, workGroup }) : undefined;
}

/** The store alone, for who needs no more. */
export function storeHere(): Store {
  const told = Object.entries(BUCKETS).map(([zone, name]) => [zone, process.env[name]]);
  const buckets = Object.fromEntries(told.filter(([, bucket]) => bucket)) as Record<string, string>;
  return s3Store({ client: new S3Client(), buckets, cache: join(WORK, `objects-${randomUUID()}`) });
}

/** Each function derives its keys from one root: that of references, or that of the record. */
function macHere(): Mac {
  const root = process.env.MAC_KEY;
  if (root) return kmsMac(new KMSClient(), root);
  return {
    key: async () => {
      throw new Error('This function derives no keys.');
    },
  };
}
