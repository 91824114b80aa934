// Landing from the store alone: by the keys of what arrived. Who names a key is not believed; what is in the store is.
import type { Partnership } from '../partnership.ts';
import { landStored } from './land.ts';
import { keys, type Receipt } from './receipt.ts';
import { landUploaded, waitingUploads } from './uploaded.ts';

const SUBMISSION = /^landing\/([\w-]+)\/([0-9a-f]{32})\/content$/;

/** The keys of all content that is in landing whole and has no receipt: of uploads, and of submissions whose landing did not end. */
export async function unlanded(p: Pick<Partnership, 'store'>): Promise<string[]> {
  const stored = new Set(await p.store.list('landing/'));
  const receipts = new Set(await p.store.list('lake/receipts/'));
  const cutShort = [...stored].filter((key) => {
    const [, extract, id] = SUBMISSION.exec(key) ?? [];
    return extract && id && stored.has(keys.submission(extract, id)) && !receipts.has(keys.receipt(id));
  });
  return [...cutShort, ...(await waitingUploads(p))];
}

/**
 * Lands what is under a key: an upload, or a submission whose landing did not end. Doing it again changes nothing more.
 * @returns its receipt; undefined where there is nothing of ours to land
 * @throws SafeguardingError (refused) where an upload is not what was announced, which is written down
 */
export async function landKey(p: Partnership, key: string): Promise<Receipt | undefined> {
  const [, extract, id] = SUBMISSION.exec(key) ?? [];
  if (!extract || !id) return landUploaded(p, key);
  const whole = (await p.store.modified(key)) && (await p.store.modified(keys.submission(extract, id)));
  return whole ? landStored(p, extract, id) : undefined;
}
