import { constants, type Stats } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import { contractFor, type Told } from './submission.ts';

/** What is there and cannot be read. */
export class Unreadable extends SafeguardingError {
  constructor(message: string) {
    super('usage', message);
  }
}

/** The files to land, each with the extract that the caller or its folder says it is. */
export async function filesOf(
  p: Partnership,
  paths: string[],
  options: Told & { onLeftAlone?: (path: string) => void; onUnreadable: (error: Unreadable) => void },
): Promise<{ path: string; extract?: string }[]> {
  const found: { path: string; extract?: string }[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => {
      throw new SafeguardingError('usage', `"${path}" is not there. Expected a file or a folder.`);
    });
    if (!info.isDirectory()) {
      found.push({ path: await readable(path, info), extract: options.extract });
      continue;
    }
    if (contractFor(p, basename(path)))
      throw new SafeguardingError('usage', `"${path}" is a folder. Expected a file of that name.`);
    for (const { path: inside, isFile } of await filesBelow(path, options.onUnreadable)) {
      if (!isFile) {
        options.onLeftAlone?.(inside);
        continue;
      }
      const extract = options.extract ?? p.contracts.find((c) => c.id === basename(dirname(inside)))?.id;
      if (extract || contractFor(p, basename(inside))) found.push({ path: inside, extract });
      else options.onLeftAlone?.(inside);
    }
  }
  return found;
}

/** Opening a pipe or a device could wait for ever. @throws SafeguardingError for what is no file, or may not be read */
async function readable(path: string, info: Stats): Promise<string> {
  if (!info.isFile()) throw new SafeguardingError('usage', `"${path}" is not a file. Expected a file or a folder.`);
  await access(path, constants.R_OK).catch(() => {
    throw new SafeguardingError('usage', `"${path}" cannot be read. Expected a file that this user may read.`);
  });
  return path;
}

/** What lies in a folder and below, but in no folder that cannot be read. Links are not followed: they may lead out of it. */
async function filesBelow(
  folder: string,
  onUnreadable: (error: Unreadable) => void,
): Promise<{ path: string; isFile: boolean }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    onUnreadable(new Unreadable(`"${folder}" cannot be read. Expected a folder that this user may read.`));
    return [];
  });
  const found = entries.map((e) => {
    const path = join(folder, e.name);
    if (e.isDirectory()) return filesBelow(path, onUnreadable);
    return e.name.startsWith('.') ? [] : [{ path, isFile: e.isFile() }];
  });
  return (await Promise.all(found)).flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}
