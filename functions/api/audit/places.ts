// Where the record rests: an object an entry. Anchors are a zone of their own, so that nobody who may write the one need write the other.
import { SafeguardingError } from '../../../etl/errors.ts';
import { readJson, type Store } from '../../../etl/storage/store.ts';
import type { Sealed } from './entry.ts';

export const ENTRIES = 'audit/';
export const ANCHORS = 'anchors/';

const named = (folder: string) => (seq: number) => `${folder}${String(seq).padStart(10, '0')}.json`;
export const entryKey = named(ENTRIES);
/** An anchor is named by the last entry that it holds the hash of. */
export const anchorKey = named(ANCHORS);

/** @throws SafeguardingError (unavailable) where it cannot be read as an entry: nobody may go on from there */
export async function readEntry(store: Store, seq: number): Promise<Sealed> {
  const entry = await readJson<Sealed>(store, entryKey(seq)).catch((error: unknown) => {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  });
  if (typeof entry?.hash === 'string') return entry;
  throw new SafeguardingError(
    'unavailable',
    `Entry ${seq} of the record of who saw what cannot be read. Run: safeguarding audit verify`,
  );
}

/** Each round asks for so many entries at once, and leaves a part in so many of the numbers that the last one may have. */
const WIDTH = 16;
const ROUNDS = 7;

/** The number of the last entry, 0 where there is none, found without listing: a record of ten years has millions. */
export async function lastEntry(store: Store): Promise<number> {
  let last = 0;
  for (let part = WIDTH ** (ROUNDS - 1); part >= 1; part /= WIDTH) {
    const from = last;
    const asked = Array.from({ length: WIDTH - 1 }, (_, i) => store.modified(entryKey(from + part * (i + 1))));
    last += part * ((await Promise.all(asked)).findLastIndex((written) => written !== undefined) + 1);
  }
  return last;
}
