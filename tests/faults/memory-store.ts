import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../etl/partnership.ts';
import { folderOf, partsOf } from '../../etl/storage/store.ts';
import { scratchFolder } from '../partnerships.ts';
import type { AnyStore } from './any-store.ts';

interface Kept {
  bytes: Uint8Array;
  written: Date;
}

export interface MemoryStore extends AnyStore {
  copy(): MemoryStore;
}

/** A Store in memory. For engines that read by path an object is written to a scratch file, anew each time it has changed. */
export function memoryStore(clock: Clock = { now: () => new Date() }, given?: Map<string, Kept>): MemoryStore {
  const objects = new Map(given);
  const files = scratchFolder();
  const paths = new Map<Uint8Array, string>();
  const write = (key: string, bytes: Uint8Array | string) => {
    objects.set(key, { bytes: Buffer.from(bytes), written: clock.now() });
  };
  const known = <T>(key: string, work: () => T): T => {
    partsOf(key);
    return work();
  };
  return {
    copy: () => memoryStore(clock, objects),
    read: async (key) => known(key, () => objects.get(key)?.bytes),
    put: async (key, bytes) => known(key, () => write(key, bytes)),
    putIfAbsent: async (key, bytes) =>
      known(key, () => {
        if (objects.has(key)) return false;
        write(key, bytes);
        return true;
      }),
    putFile: async (key, path) =>
      known(key, () => {
        write(key, readFileSync(path));
        rmSync(path);
      }),
    localPath: async (key) =>
      known(key, () => {
        const kept = objects.get(key);
        if (!kept) return join(files, 'nothing');
        const path = paths.get(kept.bytes) ?? join(files, String(paths.size));
        if (!paths.has(kept.bytes)) {
          mkdirSync(files, { recursive: true });
          writeFileSync(path, kept.bytes, { mode: 0o600 });
        }
        paths.set(kept.bytes, path);
        return path;
      }),
    async list(prefix) {
      folderOf(prefix);
      return [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
    modified: async (key) => known(key, () => objects.get(key)?.written),
    remove: async (key) => known(key, () => void objects.delete(key)),
    sweep: async () => 0,
  };
}
