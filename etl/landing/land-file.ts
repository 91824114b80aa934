// One file: taken in, judged, kept, and given its receipt.
import { join } from 'node:path';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import { readJson } from '../storage/store.ts';
import { Unreadable } from './files.ts';
import { judge, type Keep } from './judge.ts';
import { keepReceipt, keys, listReceipts, readReceipt, type Receipt } from './receipt.ts';
import { loadReferenceKeys } from './references.ts';
import { writeIdentities, writeStaged } from './stage.ts';
import { identify, type Received, type Submission, type Told } from './submission.ts';
import { takeIn } from './take-in.ts';
import { idOfNext } from './withdraw.ts';

/** What is written down of a file beside its content, so that it can be landed again from the store alone. */
export interface Arrival extends Told {
  name: string;
  received_at: string;
  /** The upload by which it came: the same one is never two submissions. */
  upload?: string;
}

/** Copies a file, since its sender may write it anew meanwhile, and says what it is. */
export async function receive(
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

/**
 * Lands one file as it arrived.
 * @param expected what its bytes must be, where that was said before they came
 * @throws SafeguardingError (refused) when they are others; nothing is kept then
 */
export async function landFile(
  p: Partnership,
  path: string,
  arrival: Arrival,
  expected?: { sha256: string; size: number },
): Promise<Receipt> {
  return p.scratch(async (folder) => {
    const { submission, content } = await receive(p, path, arrival, folder);
    if (expected && (content.survey.hash !== expected.sha256 || content.survey.size !== expected.size))
      throw new SafeguardingError('refused', 'The file did not arrive as it was sent. Send it again.');
    const taken = arrival.again ? undefined : await withdrawnBefore(p, submission);
    if (taken) return { ...taken, outcome: 'duplicate' };
    const extract = submission.contract?.id ?? 'unknown';
    submission.id = await idFor(p, extract, submission.id, arrival);
    const before = await readReceipt(p, submission.id);
    if (before) return (await isOwn(p, extract, submission.id, arrival)) ? before : { ...before, outcome: 'duplicate' };

    const { received_at } = await writeDown(p, keys.submission(extract, submission.id), arrival);
    await p.store.putFile(keys.content(extract, submission.id), content.path);
    content.path = await p.store.localPath(keys.content(extract, submission.id));
    const receipt = await judge(p, submission, content, received_at, folder, keeper(p, submission.id));
    const kept = await keepReceipt(p.store, receipt);
    return kept ? receipt : { ...(await readReceipt(p, submission.id))!, outcome: 'duplicate' };
  });
}

/**
 * The receipt of the same file where it was withdrawn and not sent again since. A folder that is landed every day, or a contract that
 * was mended and has all files checked anew, does not bring it back.
 */
async function withdrawnBefore(p: Partnership, { sha256, contract, period }: Submission): Promise<Receipt | undefined> {
  if ((await p.store.list('lake/withdrawals/')).length === 0) return undefined;
  const last = (await listReceipts(p)).find(
    (r) => r.sha256 === sha256 && r.extract === contract?.id && r.period === period?.label,
  );
  return last?.withdrawn ? last : undefined;
}

/** The id under which a file is landed: that of its content, or where that was withdrawn and the file is sent again, the next. */
async function idFor(p: Partnership, extract: string, content: string, arrival: Arrival): Promise<string> {
  let id = content;
  while ((await p.store.read(keys.withdrawal(id))) && !(await isOwn(p, extract, id, arrival))) id = idOfNext(id);
  return id;
}

/** Whether a submission came by this very upload. */
async function isOwn(p: Partnership, extract: string, id: string, { upload }: Arrival): Promise<boolean> {
  return upload !== undefined && (await readJson<Arrival>(p.store, keys.submission(extract, id)))?.upload === upload;
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
