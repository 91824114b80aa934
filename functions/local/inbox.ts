import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from '../../etl/build/build.ts';
import { SafeguardingError } from '../../etl/errors.ts';
import { land } from '../../etl/landing/land.ts';
import { landUploaded, waitingUploads } from '../../etl/landing/uploaded.ts';
import type { Partnership } from '../../etl/partnership.ts';
import { reconcile } from '../../etl/reconcile/reconcile.ts';
import { assertNotIntoDemo } from '../demo-folder.ts';
import { reconciledLine } from '../print/reconciled.ts';
import { retentionLines } from '../print/retention.ts';
import { unexpected } from '../unexpected.ts';
import { upkeep } from '../upkeep.ts';
import { type Dropped, filesIn, type InboxFolder, stateOf } from './dropped.ts';

/** How often things are done, in milliseconds. */
interface Pace {
  /** Polling works on network drives and in containers too, where file events get lost. */
  look: number;
  /** How long a file that failed for a reason of ours waits: at first, and at most, since the wait doubles. */
  retry: number;
  retryAtMost: number;
  reconcile: number;
}
const PACE: Pace = { look: 500, retry: 15_000, retryAtMost: 10 * 60_000, reconcile: 5 * 60_000 };

type Log = (line: string) => void;
export interface Inbox {
  /** Has uploads landed, and what changed built, at the next look. */
  wake(): void;
  close(): Promise<void>;
}

/**
 * Watches DATA/inbox/<extract>/: a file that has stopped growing is landed and taken away, and what was landed is built.
 * The demo's takes nothing. A file that fails for a reason of ours stays, and is tried again after a while, or when it changes; it holds no other up.
 * Every few minutes the store is reconciled: between two looks, so that what is being landed is not taken for left behind.
 */
export async function watchInbox(p: Partnership, log: Log, pace = PACE): Promise<Inbox> {
  const folders = await makeFolders(p);
  const stop = new AbortController();
  let woken = false;
  const watching = (async () => {
    const look = looker(p, folders, log, pace);
    let reconciled = Date.now();
    while (!stop.signal.aborted) {
      await attempt(log, 'The inbox could not be read', look);
      if (woken) {
        woken = false;
        await landUploads(p, log);
      }
      if (Date.now() - reconciled >= pace.reconcile) {
        await attempt(log, 'The store could not be reconciled', () => reconcileAll(p, log));
        reconciled = Date.now();
      }
      await sleep(pace.look, undefined, { signal: stop.signal }).catch(() => {});
    }
  })();
  return {
    wake: () => (woken = true),
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
function looker(p: Partnership, folders: InboxFolder[], log: Log, pace: Pace): () => Promise<void> {
  let before = new Map<string, string>();
  const failed = new Map<string, { state: string; wait: number; until: number }>();
  const waits = ({ path, state }: Dropped) => {
    const last = failed.get(path);
    return last?.state === state && Date.now() < last.until;
  };
  const fails = ({ path, state }: Dropped) => {
    const last = failed.get(path);
    const wait = last?.state === state ? Math.min(2 * last.wait, pace.retryAtMost) : pace.retry;
    failed.set(path, { state, wait, until: Date.now() + wait });
  };
  return async () => {
    const dropped = (await Promise.all(folders.map(filesIn))).flat().filter((file) => !waits(file));
    const settled = dropped.filter((file) => before.get(file.path) === file.state);
    before = new Map(dropped.map((file) => [file.path, file.state]));
    for (const file of settled)
      if (!(await attempt(log, 'A file stays in the inbox', () => landOne(p, file, log)))) fails(file);
      else failed.delete(file.path);
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
  assertNotIntoDemo(p, [path]);
  const receipts = await land(p, [path], { extract }).catch((error) => {
    throw withoutPath(error, path);
  });
  for (const receipt of receipts) log(`Landed ${receipt.file}: ${receipt.outcome}`);
  if ((await stateOf(path)) === state) await rm(path);
}

/** Lands what was uploaded, and builds. What fails is tried again when the store is reconciled. */
async function landUploads(p: Partnership, log: Log): Promise<void> {
  for (const key of await waitingUploads(p))
    await attempt(log, 'An upload was not landed', async () => {
      const receipt = await landUploaded(p, key);
      if (receipt) log(`Landed ${receipt.file}: ${receipt.outcome}`);
    });
  await attempt(log, 'The numbers stay as they were', () => buildAll(p, log));
}

/** A file's name may hold a child's. */
const withoutPath = (error: unknown, path: string) =>
  error instanceof SafeguardingError
    ? new SafeguardingError(error.kind, error.message.replaceAll(`"${path}"`, 'It'))
    : error;

async function reconcileAll(p: Partnership, log: Log): Promise<void> {
  const done = await reconcile(p);
  if (done.landed + done.failed + done.collected > 0 || done.built) log(reconciledLine(done));
  const went = await upkeep(p);
  if (went && (went.raw.went > 0 || went.snapshots.went.length > 0)) log(retentionLines(went));
}

async function buildAll(p: Partnership, log: Log): Promise<void> {
  log(`Snapshot ${(await build(p)).number}`);
}
