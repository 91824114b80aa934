// Receive, check, pseudonymise: a file in, a receipt out.
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import type { Progress } from '../progress.ts';
import { filesOf } from './files.ts';
import { judge } from './judge.ts';
import { keepReceipt, keys, readReceipt, type Receipt } from './receipt.ts';
import { loadReferences } from './references.ts';
import { writeIdentities, writeStaged } from './stage.ts';
import { identify, type Submission, type Told } from './submission.ts';

export interface LandOptions extends Told {
  onProgress?: Progress;
  /** Called for each file of a folder that no contract knows and that is therefore left where it is. */
  onLeftAlone?: (path: string) => void;
}

/**
 * Lands files, and of folders all files that a contract knows by their name or by the folder they are in.
 * A file that was landed before gets its receipt again, as `duplicate`, and changes nothing.
 * @returns a receipt for each file, in the order of their paths
 * @throws SafeguardingError when a path is not there or an option names nothing
 */
export async function land(p: Partnership, paths: string[], options: LandOptions = {}): Promise<Receipt[]> {
  const files = await filesOf(p, paths, options);
  const receipts: Receipt[] = [];
  const arrivals = arrivalTimes(p, files.length);
  let [next, done] = [0, 0];
  const worker = async () => {
    while (next < files.length) {
      const i = next++;
      receipts[i] = await landFile(p, files[i]!.path, arrivals[i]!, { ...options, extract: files[i]!.extract });
      options.onProgress?.(++done, files.length, 'landing files');
    }
  };
  options.onProgress?.(0, files.length, 'landing files');
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  return receipts;
}

/** A time for each file in the order of their paths, so that the later of two files for one period is the one that counts. */
function arrivalTimes(p: Partnership, files: number): string[] {
  const now = p.clock.now().getTime();
  return Array.from({ length: files }, (_, i) => new Date(now + i).toISOString());
}

/** The verdict that landing would give, with nothing kept. */
export async function check(p: Partnership, path: string, options: LandOptions = {}): Promise<Receipt> {
  const { bytes, submission } = await receive(p, path, options);
  const { receipt } = await judge(p, submission, bytes, p.clock.now().toISOString(), async () => {});
  return receipt;
}

async function receive(
  p: Partnership,
  path: string,
  options: LandOptions,
): Promise<{ bytes: Uint8Array; submission: Submission }> {
  const bytes = await readFile(path).catch(() => {
    throw new SafeguardingError('usage', `"${path}" cannot be read. Expected a file.`);
  });
  return { bytes, submission: identify(p, path, bytes, options) };
}

async function landFile(p: Partnership, path: string, receivedAt: string, options: LandOptions): Promise<Receipt> {
  const { bytes, submission } = await receive(p, path, options);
  const before = await readReceipt(p, submission.id);
  if (before) return { ...before, outcome: 'duplicate' };

  const extract = submission.contract?.id ?? 'unknown';
  await p.store.putIfAbsent(keys.content(extract, submission.id), bytes);
  await p.store.putIfAbsent(
    keys.submission(extract, submission.id),
    JSON.stringify({ name: basename(path), received_at: receivedAt }),
  );
  const { receipt, rejects } = await judge(p, submission, bytes, receivedAt, async (session, contract, folder) => {
    await loadReferences(session, contract, p.mac);
    await writeIdentities(session, contract, join(folder, 'identities'));
    await writeStaged(session, contract, p.config.age_bands, submission.id, join(folder, 'staged'));
    await p.store.putFile(keys.identities(extract, submission.id), join(folder, 'identities'));
    await p.store.putFile(keys.staged(extract, submission.id), join(folder, 'staged'));
  });
  const kept = await keepReceipt(p.store, receipt, rejects);
  return kept ? receipt : { ...(await readReceipt(p, submission.id))!, outcome: 'duplicate' };
}
