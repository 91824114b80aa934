import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SafeguardingError } from '../errors.ts';
import { DEMO_MARK, type Partnership } from '../partnership.ts';
import type { Progress } from '../progress.ts';
import type { Store } from '../storage/store.ts';
import { SWEPT } from '../vault/erasure/sweep.ts';
import { bury, type Tombstone, TOMBSTONES } from '../vault/erasure/tombstone.ts';
import { SEALED } from '../vault/seal.ts';
import { MANIFEST, type Manifest, pathOf, sha256 } from './backup.ts';
import { isNaming, ZONES } from './zones.ts';

export interface Restored {
  manifest: Manifest;
  /** The zones that were empty and are as they were. */
  zones: string[];
  /** Those in which something was: nothing in them is touched. */
  left: string[];
  objects: number;
}

/**
 * Brings back every zone of a backup that is empty in the store, after all of the backup was found to be as it was written.
 * What names other objects comes last: a restore that is cut short shows no snapshot, and can be done again in an empty store.
 * The demo's mark comes first: what is restored under it is never taken for real children.
 * @param erased who was erased since the backup was made; who is known here to have been, needs no telling
 * @throws SafeguardingError (refused) where the backup is not whole, where no zone is empty, or where the demo would meet real children;
 * nothing was written then
 */
export async function restore(
  { store, data, synthetic }: Pick<Partnership, 'store' | 'data' | 'synthetic'>,
  folder: string,
  onProgress: Progress = () => {},
  erased: readonly Tombstone[] = [],
): Promise<Restored> {
  const manifest = await readManifest(folder);
  const empty = await Promise.all(ZONES.map(async (zone) => (await keysIn(store, zone)).length === 0));
  const zones = ZONES.filter((_, i) => empty[i]);
  if (zones.length === 0)
    throw new SafeguardingError('refused', 'There are data in every zone already. Restore into an empty data folder.');
  await assertSameKey(store, manifest, zones);
  assertSameChildren(manifest, synthetic, zones);
  const keys = Object.keys(manifest.objects).filter((key) => zones.some((zone) => key.startsWith(zone)));
  for (const [i, key] of Object.keys(manifest.objects).entries()) {
    onProgress(i, Object.keys(manifest.objects).length, 'checking');
    await readWhole(folder, key, manifest);
  }
  if (manifest.demo) await writeFile(join(data, DEMO_MARK), manifest.demo);
  // First of all, so that nothing that is brought back is ever read without them; and all of it is to be looked through for them.
  for (const tombstone of erased) await bury(store, tombstone);
  await store.remove(SWEPT);
  for (const [i, key] of [...keys.filter((k) => !isNaming(k)), ...keys.filter(isNaming)].entries()) {
    onProgress(i, keys.length, 'restoring');
    await store.put(key, await readWhole(folder, key, manifest));
  }
  return { manifest, zones, left: ZONES.filter((zone) => !zones.includes(zone)), objects: keys.length };
}

const KEY = 'vault/key';

/**
 * What is in a zone. Opening a store makes a key of references, which is no data yet: that of the backup takes its place. Who was erased
 * and who is sealed outlives what was lost.
 */
const keysIn = async (store: Store, zone: string) =>
  (await store.list(zone)).filter((key) => key !== KEY && !key.startsWith(TOMBSTONES) && !key.startsWith(SEALED));

/** References of another key mean other children. */
async function assertSameKey(store: Store, { objects }: Manifest, zones: string[]): Promise<void> {
  const key = await store.read(KEY);
  if (zones.includes('vault/') || (key && sha256(key) === objects[KEY])) return;
  throw new SafeguardingError(
    'refused',
    'The vault here has another key than that of the backup: it is of another partnership.',
  );
}

/** A data folder holds invented children or real ones, never both: its pages say which. */
function assertSameChildren({ demo }: Manifest, synthetic: boolean, zones: string[]): void {
  const mixed = demo ? !synthetic && zones.length < ZONES.length : synthetic;
  if (!mixed) return;
  const [backup, here] = demo ? ['the demo', 'a partnership'] : ['a partnership', 'the demo'];
  throw new SafeguardingError(
    'refused',
    `The backup is of ${backup}, and this data folder is of ${here}: invented children and real ones would be mixed. Restore into a new folder.`,
  );
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as Manifest;
  throw new SafeguardingError('usage', `"${folder}" holds no backup, or one that was cut short.`);
}

async function readWhole(folder: string, key: string, { objects }: Manifest): Promise<Uint8Array> {
  const bytes = await readFile(pathOf(folder, key)).catch(() => undefined);
  if (bytes && sha256(bytes) === objects[key]) return bytes;
  throw new SafeguardingError(
    'refused',
    'The backup is not as it was written: an object is missing or another. Use an earlier one.',
  );
}
