// Receive, check, pseudonymise: a file in, a receipt out.
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import type { Progress } from '../progress.ts';
import { readJson } from '../storage/store.ts';
import { filesOf, Unreadable } from './files.ts';
import { judge, type Keep } from './judge.ts';
import { keepReceipt, keys, readReceipt, type Receipt } from './receipt.ts';
import { loadReferenceKeys } from './references.ts';
import { writeIdentities, writeStaged } from './stage.ts';
import { identify, type Received, type Submission, type Told } from './submission.ts';
import { takeIn } from './take-in.ts';

export interface LandOptions extends Told {
  onProgress?: Progress;
  /** Called for each file of a folder that no contract knows and that is therefore left where it is. */
  onLeftAlone?: (path: string) => void;
  /** Called at the end for each file or folder within a folder that cannot be read; unless told, the first of them is thrown then. */
  onUnreadable?: (error: Unreadable) => void;
}

/** What is written down of a file beside its content, so that it can be landed again from the store alone. */
interface Arrival extends Told {
  name: string;
  received_at: string;
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
      const arrival = { name: basename(path), extract, period: options.period, received_at };
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

/** Copies a file, since its sender may write it anew meanwhile, and says what it is. */
async function receive(
  p: Partnership,
  path: string,
  told: Told & { name: string },
  folder: string,
): Promise<{ submission: Submission; content: Received }> {
  const content = join(folder, 'content');
  const survey = await takeIn(path, content).catch((error) => {
    throw error instanceof SafeguardingError ? new Unreadable(error.message) : error;
  });
  return { submission: identify(p, told.name, survey.hash, told), content: { path: content, survey } };
}

async function landFile(p: Partnership, path: string, arrival: Arrival): Promise<Receipt> {
  return p.scratch(async (folder) => {
    const { submission, content } = await receive(p, path, arrival, folder);
    const before = await readReceipt(p, submission.id);
    if (before) return { ...before, outcome: 'duplicate' };

    const extract = submission.contract?.id ?? 'unknown';
    const { received_at } = await writeDown(p, keys.submission(extract, submission.id), arrival);
    await p.store.putFile(keys.content(extract, submission.id), content.path);
    content.path = await p.store.localPath(keys.content(extract, submission.id));
    const receipt = await judge(p, submission, content, received_at, folder, keeper(p, submission.id));
    const kept = await keepReceipt(p.store, receipt);
    return kept ? receipt : { ...(await readReceipt(p, submission.id))!, outcome: 'duplicate' };
  });
}

/** Writes down how a file arrived; the first arrival is the one that counts. */
async function writeDown(p: Partnership, key: string, arrival: Arrival): Promise<Arrival> {
  const first = await p.store.putIfAbsent(key, JSON.stringify(arrival));
  return first ? arrival : (await readJson<Arrival>(p.store, key))!;
}

/** Keeps what was found in a submission: who its rows are about in the vault, what they say in the lake, and what was refused. */
const keeper = (p: Partnership, id: string): Keep => ({
  async accepted(session, contract, folder) {
    const [identities, staged] = [join(folder, 'identities'), join(folder, 'staged')];
    await loadReferenceKeys(session, contract, p.mac);
    await writeIdentities(session, contract, identities);
    await writeStaged(session, contract, p.config.age_bands, id, staged);
    await p.store.putFile(keys.identities(contract.id, id), identities);
    await p.store.putFile(keys.staged(contract.id, id), staged);
  },
  async rejects(path) {
    await p.store.putFile(keys.rejects(id), path);
  },
});
