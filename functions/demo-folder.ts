import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { SafeguardingError } from '../etl/errors.ts';
import type { Partnership } from '../etl/partnership.ts';

const filesOf = ({ data }: Pick<Partnership, 'data'>) => join(data, 'demo-files');

/**
 * Keeps real children out of the demo, whose pages say that all children are invented. Its own files may land again.
 * @throws SafeguardingError (usage) for a path elsewhere, where the data folder is the demo's
 */
export function assertNotIntoDemo(p: Partnership, paths: string[]): void {
  const own = resolve(filesOf(p));
  const isOwn = (path: string) => resolve(path) === own || resolve(path).startsWith(own + sep);
  if (p.synthetic && !paths.every(isOwn))
    throw new SafeguardingError(
      'usage',
      'This data folder holds the demo, whose children are invented. Land your files into another, such as --data ./partnership, and start with the same.',
    );
}

/** Whether a file is one of the demo's own, by the SHA-256 of its bytes. */
export async function demoHolds(p: Pick<Partnership, 'data'>, sha256: string): Promise<boolean> {
  const entries = await readdir(filesOf(p), { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (createHash('sha256').update(bytes).digest('hex') === sha256) return true;
  }
  return false;
}
