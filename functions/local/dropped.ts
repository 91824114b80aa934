import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the inbox as it was seen: while it grows, its state changes. */
export interface Dropped {
  path: string;
  /** None for a file in the inbox itself: its name then says what it is. */
  extract: string | undefined;
  state: string;
}

export interface InboxFolder {
  path: string;
  extract: string | undefined;
}

/** What browsers, editors and copying programs write beside the file they are about to make. */
const UNFINISHED = /^[.~]|\.(part|partial|tmp|crdownload)$/i;

/** How a file is now; undefined when it is gone. */
export async function stateOf(path: string): Promise<string | undefined> {
  const info = await stat(path).catch(() => undefined);
  return info && `${info.size} ${info.mtimeMs}`;
}

/** The files that lie in an inbox folder now. */
export async function filesIn({ path: folder, extract }: InboxFolder): Promise<Dropped[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name)).map((entry) => entry.name);
  const files = names.map(async (name) => {
    const path = join(folder, name);
    const state = await stateOf(path);
    return state === undefined ? undefined : { path, extract, state };
  });
  return (await Promise.all(files)).filter((file) => file !== undefined);
}
