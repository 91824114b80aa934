// A file that an agency sent through the dashboard: it rests in landing's inbox until it is landed. Events only say when to look.
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import { readJson } from '../storage/store.ts';
import { landFile } from './land-file.ts';
import { readReceipt, type Receipt } from './receipt.ts';

/** What was said of a file before it came. Written by us, when its sender asked where to put it. */
export interface Upload {
  id: string;
  agency: string;
  extract: string;
  /** The name as the sender gave it. It is never a part of a key. */
  file: string;
  /** In bytes. */
  size: number;
  /** In hexadecimal. */
  sha256: string;
  period?: string;
  asked_at: string;
}

/** What became of an upload. Holds nothing of the file. */
export interface Uploaded extends Pick<Upload, 'id' | 'agency' | 'extract'> {
  /** Null where nothing was landed; `problem` then says why. */
  submission: string | null;
  /** True when the same file had come before. */
  duplicate: boolean;
  problem: string | null;
}

const INBOX = 'landing/inbox/';
const KEY = /^landing\/inbox\/([\w-]+)\/([\w-]+)\/([0-9a-f]{32})\/content$/;
type Place = Pick<Upload, 'agency' | 'extract' | 'id'>;
const folder = ({ agency, extract, id }: Place) => `${INBOX}${agency}/${extract}/${id}`;

export const uploadKeys = {
  /** Where a sender puts the bytes. */
  content: (place: Place) => `${folder(place)}/content`,
  told: (place: Place) => `${folder(place)}/upload.json`,
  became: (id: string) => `lake/uploads/${id}.json`,
};

/** What became of an upload; undefined until it was landed. */
export const readUploaded = (p: Pick<Partnership, 'store'>, id: string): Promise<Uploaded | undefined> =>
  readJson<Uploaded>(p.store, uploadKeys.became(id));

/** The keys of all uploads whose bytes are there and that may still have to be landed. */
export const waitingUploads = async (p: Pick<Partnership, 'store'>): Promise<string[]> =>
  (await p.store.list(INBOX)).filter((key) => KEY.test(key));

/**
 * Lands the upload under a key. Nothing that an event says is believed: the key must be one of ours, of an extract of that agency,
 * announced by us, and the bytes those that were announced. Doing it again, at once or later, changes nothing more.
 * @returns its receipt; undefined where there is nothing to land
 * @throws SafeguardingError (refused) where the bytes are not those that were announced: they are removed, and it is written down
 */
export async function landUploaded(p: Partnership, key: string): Promise<Receipt | undefined> {
  const place = placeOf(p, key);
  if (!place) return undefined;
  const before = await readUploaded(p, place.id);
  if (before) return finish(p, place, before);
  const told = await readJson<Upload>(p.store, uploadKeys.told(place));
  if (!told || uploadKeys.told(told) !== uploadKeys.told(place) || !(await p.store.modified(key))) return undefined;
  const { file: name, extract, period, asked_at: received_at, id: upload } = told;
  try {
    const arrival = { name, extract, period, again: true, received_at, upload };
    const receipt = await landFile(p, await p.store.localPath(key), arrival, told);
    const duplicate = receipt.outcome === 'duplicate';
    return await finish(p, place, { ...place, submission: receipt.id, duplicate, problem: null });
  } catch (error) {
    const meanwhile = await readUploaded(p, place.id);
    if (meanwhile) return finish(p, place, meanwhile);
    if (!(error instanceof SafeguardingError && error.kind === 'refused')) throw error;
    await finish(p, place, { ...place, submission: null, duplicate: false, problem: error.message });
    throw error;
  }
}

/** What a key says, where it may be that of an upload. */
function placeOf(p: Partnership, key: string): Place | undefined {
  const [, agency, extract, id] = KEY.exec(key) ?? [];
  if (!agency || !extract || !id) return undefined;
  return p.contracts.some((c) => c.id === extract && c.agency === agency) ? { agency, extract, id } : undefined;
}

/** Writes down what became of an upload, for its sender, and empties its place in the inbox. */
async function finish(p: Partnership, place: Place, uploaded: Uploaded): Promise<Receipt | undefined> {
  await p.store.putIfAbsent(uploadKeys.became(place.id), JSON.stringify(uploaded));
  const kept = (await readUploaded(p, place.id))!;
  if (kept.agency !== place.agency || kept.extract !== place.extract) return undefined;
  await p.store.remove(uploadKeys.content(place));
  await p.store.remove(uploadKeys.told(place));
  const receipt = kept.submission === null ? undefined : await readReceipt(p, kept.submission);
  return receipt && kept.duplicate ? { ...receipt, outcome: 'duplicate' } : receipt;
}
