import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Gives work a folder of its own for files that an engine reads or writes by path; the folder is gone afterwards. */
export type Scratch = <T>(work: (folder: string) => Promise<T>) => Promise<T>;

/**
 * No landing or build takes so long: a folder that is older was left by a process that was killed. An empty one is left alone:
 * an engine that rests keeps its own for what it may spill later.
 */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * Scratch folders below `root`, which must be as restricted as landing: decoded files rest there while they are checked.
 * What killed processes left is removed first.
 */
export async function scratchIn(root: string): Promise<Scratch> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  for (const name of await readdir(root)) {
    const info = await stat(join(root, name)).catch(() => undefined);
    const inside = await readdir(join(root, name)).catch(() => []);
    if (info && inside.length > 0 && Date.now() - info.mtimeMs > ABANDONED_AFTER_MS)
      await rm(join(root, name), { recursive: true, force: true });
  }
  return async (work) => {
    const folder = await mkdtemp(join(root, 'work-'));
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
