// Receive, check, pseudonymise: a file in, a receipt out.
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import type { Progress } from '../progress.ts';
import { readJson } from '../storage/store.ts';
import { filesOf, Unreadable } from './files.ts';
import { judge } from './judge.ts';
import { type Arrival, landFile, receive } from './land-file.ts';
import { keys, type Receipt } from './receipt.ts';
import type { Told } from './submission.ts';

export interface LandOptions extends Told {
  onProgress?: Progress;
  /** Called for each file of a folder that no contract knows and that is therefore left where it is. */
  onLeftAlone?: (path: string) => void;
  /** Called at the end for each file or folder within a folder that cannot be read; unless told, the first of them is thrown then. */
  onUnreadable?: (error: Unreadable) => void;
}

/**
 * Lands files, and of folders all files that a contract knows by their name or by the folder they are in.
 * A file that was landed before gets its receipt again, as `duplicate`, and changes nothing; one that cannot be read holds no other up.
 * @returns a receipt for each file that could be read, in the order of their paths
 * @throws SafeguardingError when a path is not there or an option names nothing
 */
export async function land(p: Partnership, paths: string[], options: LandOptions = {}): Promise<Receipt[]> {
  const unreadable: Unreadable[] = [];
  const files = await filesOf(p, paths, { ...options, onUnreadable: (error) => unreadable.push(error) });
  const receipts: Receipt[] = [];
  const now = p.clock.now().getTime();
  let [next, done] = [0, 0];
  const worker = async () => {
    while (next < files.length) {
      const i = next++;
      const { path, extract } = files[i]!;
      // A time for each in the order of their paths, so that the later of two files for one period is the one that counts.
      const received_at = new Date(now + i).toISOString();
      const arrival = { name: basename(path), extract, period: options.period, again: options.again, received_at };
      await landFile(p, path, arrival).then(
        (receipt) => (receipts[i] = receipt),
        (error) => unreadable.push(onlyUnreadable(error)),
      );
      options.onProgress?.(++done, files.length, 'landing files');
    }
  };
  options.onProgress?.(0, files.length, 'landing files');
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  unreadable.forEach(options.onUnreadable ?? onlyReadable);
  return receipts.filter((receipt) => receipt !== undefined);
}

function onlyUnreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error;
  throw error;
}

function onlyReadable(error: Unreadable): never {
  throw error;
}

/**
 * Lands a submission whose content is in the store but that never got its receipt, under the time at which it arrived.
 * @throws SafeguardingError when nothing such is in the store
 */
export async function landStored(p: Partnership, extract: string, id: string): Promise<Receipt> {
  const arrival = await readJson<Arrival>(p.store, keys.submission(extract, id));
  if (!arrival) throw new SafeguardingError('not-found', `There is no submission ${id} of "${extract}" in landing.`);
  return landFile(p, await p.store.localPath(keys.content(extract, id)), arrival);
}

/** The verdict that landing would give, with nothing kept. */
export async function check(p: Partnership, path: string, options: LandOptions = {}): Promise<Receipt> {
  return p.scratch(async (folder) => {
    const { submission, content } = await receive(p, path, { name: basename(path), ...options }, folder);
    return judge(p, submission, content, p.clock.now().toISOString(), folder);
  });
}
