// A copy of a partnership's data in a folder, from which it can be made again elsewhere.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SafeguardingError } from '../errors.ts';
import { DEMO_MARK, type Partnership } from '../partnership.ts';
import type { Progress } from '../progress.ts';
import { currentSnapshot } from '../snapshots/log.ts';
import { partsOf } from '../storage/store.ts';
import { SWEPT } from '../vault/erasure/sweep.ts';
import { isNaming, ZONES } from './zones.ts';

/** What a backup holds. It is written last: a folder without it is none. */
export interface Manifest {
  made_at: string;
  /** The current snapshot, or null where there is none. */
  snapshot: number | null;
  /** What marks the data folder as the demo's, whose children are all invented; null for a partnership's. */
  demo: string | null;
  /** SHA-256 by key. */
  objects: Record<string, string>;
}

export const MANIFEST = 'manifest.json';
export const OBJECTS = 'objects';
export const pathOf = (folder: string, key: string): string => join(folder, OBJECTS, ...partsOf(key));
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Copies everything but sessions, while work goes on. What names other objects is read first: all that it names is then there.
 * The folder is as identifiable as landing and the vault, whose key it holds too.
 * @param folder a new or an empty one
 * @throws SafeguardingError (usage) where something is in it
 */
export async function backUp(
  p: Pick<Partnership, 'store' | 'clock' | 'data' | 'synthetic'>,
  folder: string,
  onProgress: Progress = () => {},
): Promise<Manifest> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new SafeguardingError('usage', `There is something in "${folder}". Name a new folder for each backup.`);
  const made_at = p.clock.now().toISOString();
  const snapshot = (await currentSnapshot(p))?.number ?? null;
  const objects: Manifest['objects'] = {};
  const list = async () => {
    const keys = (await Promise.all(ZONES.map((zone) => p.store.list(zone)))).flat();
    return keys.filter((key) => key !== SWEPT); // what is restored is looked through for whoever was erased
  };
  const copy = async (keys: string[]) => {
    for (const [i, key] of keys.entries()) {
      onProgress(i, keys.length, 'copying');
      const bytes = await p.store.read(key);
      if (!bytes) continue; // removed meanwhile, as nothing names it
      await mkdir(dirname(pathOf(folder, key)), { recursive: true, mode: 0o700 });
      await writeFile(pathOf(folder, key), bytes, { mode: 0o600 });
      objects[key] = sha256(bytes);
    }
  };
  await copy((await list()).filter(isNaming));
  await copy((await list()).filter((key) => !isNaming(key)));
  const demo = p.synthetic ? await readFile(join(p.data, DEMO_MARK), 'utf8') : null;
  const manifest: Manifest = { made_at, snapshot, demo, objects };
  await writeFile(join(folder, MANIFEST), JSON.stringify(manifest), { mode: 0o600 });
  return manifest;
}
