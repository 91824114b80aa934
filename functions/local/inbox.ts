import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from '../../etl/build/build.ts';
import { SafeguardingError } from '../../etl/errors.ts';
import { land } from '../../etl/landing/land.ts';
import type { Partnership } from '../../etl/partnership.ts';
import { unexpected } from '../unexpected.ts';
import { type Dropped, filesIn, type InboxFolder, stateOf } from './dropped.ts';

/** Polling works on network drives and in containers too, where file events get lost. */
const EVERY_MS = 500;

type Log = (line: string) => void;
export interface Inbox {
  close(): Promise<void>;
}

/**
 * Watches DATA/inbox/<extract>/: a file that has stopped growing is landed and taken away, and what was landed is built.
 * A file that fails for a reason of ours stays, and is tried again when it changes or at the next start.
 */
export async function watchInbox(p: Partnership, log: Log): Promise<Inbox> {
  const folders = await makeFolders(p);
  const stop = new AbortController();
  const watching = (async () => {
    const look = looker(p, folders, log);
    while (!stop.signal.aborted) {
      await attempt(log, 'The inbox could not be read', look);
      await sleep(EVERY_MS, undefined, { signal: stop.signal }).catch(() => {});
    }
  })();
  return {
    close() {
      stop.abort();
      return watching;
    },
  };
}

async function makeFolders(p: Partnership): Promise<InboxFolder[]> {
  const folders = [undefined, ...p.contracts.map((c) => c.id)].map((extract) => ({
    extract,
    path: join(p.data, 'inbox', extract ?? ''),
  }));
  for (const folder of folders) await mkdir(folder.path, { recursive: true, mode: 0o700 });
  return folders;
}

/** Looks once: lands the files that are as they were at the look before. */
function looker(p: Partnership, folders: InboxFolder[], log: Log): () => Promise<void> {
  let before = new Map<string, string>();
  const failed = new Map<string, string>();
  return async () => {
    const dropped = (await Promise.all(folders.map(filesIn)))
      .flat()
      .filter((file) => failed.get(file.path) !== file.state);
    const settled = dropped.filter((file) => before.get(file.path) === file.state);
    before = new Map(dropped.map((file) => [file.path, file.state]));
    for (const file of settled)
      if (!(await attempt(log, 'A file stays in the inbox', () => landOne(p, file, log))))
        failed.set(file.path, file.state);
    if (settled.length > 0) await attempt(log, 'The numbers stay as they were', () => buildAll(p, log));
  };
}

async function attempt(log: Log, otherwise: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    log(`${otherwise}. ${error instanceof SafeguardingError ? error.message : unexpected(error)}`);
    return false;
  }
}

/** A file that is written anew before or while it is landed is another file: it stays, for a later look. */
async function landOne(p: Partnership, { path, extract, state }: Dropped, log: Log): Promise<void> {
  if ((await stateOf(path)) !== state) return;
  const receipts = await land(p, [path], { extract }).catch((error) => {
    throw withoutPath(error, path);
  });
  for (const receipt of receipts) log(`Landed ${receipt.file}: ${receipt.outcome}`);
  if ((await stateOf(path)) === state) await rm(path);
}

/** A file's name may hold a child's. */
const withoutPath = (error: unknown, path: string) =>
  error instanceof SafeguardingError
    ? new SafeguardingError(error.kind, error.message.replaceAll(`"${path}"`, 'It'))
    : error;

async function buildAll(p: Partnership, log: Log): Promise<void> {
  log(`Snapshot ${(await build(p)).number}`);
}
