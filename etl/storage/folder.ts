import { chmod, constants, copyFile, link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Store } from './store.ts';

const missing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
const taken = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';

/** A Store in a folder of this machine. Files are readable by their owner alone. */
export function folderStore(root: string): Store {
  const path = (key: string) => join(root, ...key.split('/'));

  const writeBeside = async (key: string, bytes: Uint8Array | string) => {
    await mkdir(dirname(path(key)), { recursive: true, mode: 0o700 });
    const beside = `${path(key)}.${randomUUID()}.part`;
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return beside;
  };

  return {
    async read(key) {
      return readFile(path(key)).catch((error) => {
        if (missing(error)) return undefined;
        throw error;
      });
    },
    async put(key, bytes) {
      await rename(await writeBeside(key, bytes), path(key));
    },
    async putIfAbsent(key, bytes) {
      const beside = await writeBeside(key, bytes);
      try {
        // A hard link appears whole or not at all, and fails where the name is taken.
        await link(beside, path(key));
        return true;
      } catch (error) {
        if (taken(error)) return false;
        throw error;
      } finally {
        await rm(beside);
      }
    },
    async putFile(key, from) {
      await mkdir(dirname(path(key)), { recursive: true, mode: 0o700 });
      await chmod(from, 0o600); // engines write files that everybody may read
      try {
        await rename(from, path(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
        const beside = `${path(key)}.${randomUUID()}.part`;
        await copyFile(from, beside, constants.COPYFILE_EXCL);
        await rename(beside, path(key));
        await rm(from);
      }
    },
    async localPath(key) {
      return path(key);
    },
    async list(prefix) {
      const entries = await readdir(path(prefix), { recursive: true, withFileTypes: true }).catch((error) => {
        if (missing(error)) return [];
        throw error;
      });
      const base = path('');
      return entries
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(base.length)
            .replace(/^[\\/]+/, '')
            .replaceAll('\\', '/'),
        )
        .sort();
    },
  };
}
