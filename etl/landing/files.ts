import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import { contractFor, type Told } from './submission.ts';

/** The files to land, each with the extract that the caller or its folder says it is. */
export async function filesOf(
  p: Partnership,
  paths: string[],
  options: Told & { onLeftAlone?: (path: string) => void },
): Promise<{ path: string; extract?: string }[]> {
  const found: { path: string; extract?: string }[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => {
      throw new SafeguardingError('usage', `"${path}" is not there. Expected a file or a folder.`);
    });
    if (!info.isDirectory()) {
      found.push({ path, extract: options.extract });
      continue;
    }
    for (const inside of await filesBelow(path)) {
      const extract = options.extract ?? p.contracts.find((c) => c.id === basename(dirname(inside)))?.id;
      if (extract || contractFor(p, basename(inside))) found.push({ path: inside, extract });
      else options.onLeftAlone?.(inside);
    }
  }
  return found;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile() && !e.name.startsWith('.'))
    .map((e) => join(e.parentPath, e.name))
    .sort();
}
