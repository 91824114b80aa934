import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs';
import * as node from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { folderOf, partsOf, type Store, UNFINISHED } from './store.ts';
import { toldOf } from './told.ts';
import { unavailable } from './unavailable.ts';

/** What the store asks of a disk. */
export type Disk = Pick<typeof node, 'copyFile' | 'link' | 'mkdir' | 'open' | 'readdir' | 'rename' | 'rm' | 'stat'> & {
  readFile(path: string): Promise<Uint8Array>;
};

/** Node's own promise of a file takes twice the processor: it makes a handle of each, which is felt with a million of them. */
const DISK: Disk = { ...node, readFile: promisify(readFile) };

const ZONES = ['landing', 'vault', 'lake', 'audit', 'anchors', 'web'];
const LEFT_BEHIND = /\.[0-9a-f-]{36}\.part$/;
const is = (code: string) => (error: unknown) => (error as NodeJS.ErrnoException).code === code;
const [missing, taken, otherDisk] = [is('ENOENT'), is('EEXIST'), is('EXDEV')];

/**
 * A Store in a folder of this machine. Files are readable by their owner alone.
 * Each write is synced, file first, then its name, then the folder that the name is in: a loss of power takes nothing that was told.
 */
export function folderStore(root: string, disk: Disk = DISK): Store {
  const path = (key: string) => join(root, ...partsOf(key));
  const beside = (key: string) => `${path(key)}.${randomUUID()}${UNFINISHED}`;

  const syncFolder = async (folder: string) => {
    if (process.platform === 'win32') return; // folders cannot be opened there
    const handle = await disk.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  };

  const makeFolder = async (folder: string) => {
    const first = await disk.mkdir(folder, { recursive: true, mode: 0o700 });
    if (first === undefined) return;
    for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
  };

  const write = async (key: string, bytes: Uint8Array | string) => {
    await makeFolder(dirname(path(key)));
    const part = beside(key);
    const file = await disk.open(part, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } catch (error) {
      await disk.rm(part, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return part;
  };

  /** A local file, private and synced, on the store's own disk. */
  const bring = async (key: string, from: string) => {
    await makeFolder(dirname(path(key)));
    const part = beside(key);
    await disk.rename(from, part).catch(async (error) => {
      if (!otherDisk(error)) throw error;
      await disk.copyFile(from, part, node.constants.COPYFILE_EXCL);
      await disk.rm(from);
    });
    const file = await disk.open(part, 'r+');
    try {
      await file.chmod(0o600); // engines write files that everybody may read
      await file.sync();
    } finally {
      await file.close();
    }
    return part;
  };

  const place = async (key: string, part: string) => {
    await disk.rename(part, path(key));
    await syncFolder(dirname(path(key)));
  };

  const filesIn = async (folder: string) => {
    const entries = await disk.readdir(folder, { recursive: true, withFileTypes: true }).catch(ifMissing([]));
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  };

  const store: Store = {
    read: (key) => disk.readFile(path(key)).catch(ifMissing(undefined)),
    put: async (key, bytes) => place(key, await write(key, bytes)),
    async putIfAbsent(key, bytes) {
      const part = await write(key, bytes);
      try {
        // A hard link appears whole or not at all, and fails where the name is taken.
        await disk.link(part, path(key));
        return true;
      } catch (error) {
        if (taken(error)) return false;
        throw error;
      } finally {
        await disk.rm(part);
        await syncFolder(dirname(path(key))); // also for the loser, who goes on as if the winner's name were safe
      }
    },
    putFile: async (key, from) => place(key, await bring(key, from)),
    localPath: async (key) => path(key),
    async list(prefix) {
      const files = await filesIn(join(root, ...folderOf(prefix)));
      return files
        .filter((file) => !file.endsWith(UNFINISHED))
        .map((file) => file.slice(join(root, '/').length).replaceAll('\\', '/'))
        .sort();
    },
    modified: async (key) => (await disk.stat(path(key)).catch(ifMissing(undefined)))?.mtime,
    remove: (key) => disk.rm(path(key), { force: true }),
    async sweep(before) {
      const files = (await Promise.all(ZONES.map((zone) => filesIn(join(root, zone))))).flat();
      const left = files.filter((file) => LEFT_BEHIND.test(file));
      const stats = await Promise.all(left.map((file) => disk.stat(file).catch(ifMissing(undefined))));
      const old = left.filter((_, i) => stats[i] && stats[i].mtime < before);
      for (const file of old) await disk.rm(file, { force: true });
      return old.length;
    },
  };
  return toldOf(store, unavailable);
}

const ifMissing =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (missing(error)) return instead;
    throw error;
  };
