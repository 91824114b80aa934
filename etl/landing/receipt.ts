// What a sender is told about a submission, and where it is kept. No cell's value ever stands in it.
import { text } from '../engines/engine.ts';
import type { Partnership } from '../partnership.ts';
import type { Period } from '../periods.ts';
import { readJson, type Store } from '../storage/store.ts';

export type Outcome = 'accepted' | 'accepted with rejects' | 'refused' | 'duplicate';

/** One kind of fault in a file: how many rows have it, and what to do. Rows are numbered as the sender's program numbers them. */
export interface Reason {
  rule: string;
  column: string | null;
  severity: 'refuse' | 'reject' | 'warn';
  rows: number;
  advice: string;
  example_rows: number[];
}

export interface Receipt {
  id: string;
  extract: string | null;
  agency: string | null;
  file: string;
  period: string | null;
  /** The first and last day covered, for an accepted file. */
  covers: Period | null;
  version: number | null;
  received_at: string;
  outcome: Outcome;
  rows: number;
  accepted: number;
  rejected: number;
  repeated: number;
  warned: number;
  reasons: Reason[];
}

export interface RejectedRow {
  row: number;
  column: string | null;
  rule: string;
  advice: string;
}

export const keys = {
  content: (extract: string, id: string) => `landing/${extract}/${id}/content`,
  submission: (extract: string, id: string) => `landing/${extract}/${id}/submission.json`,
  identities: (extract: string, id: string) => `vault/identities/${extract}/${id}.parquet`,
  staged: (extract: string, id: string) => `lake/staged/${extract}/${id}.parquet`,
  receipt: (id: string) => `lake/receipts/${id}.json`,
  rejects: (id: string) => `lake/rejects/${id}.parquet`,
};

/** Keeps a receipt; false when one with this id was there already. A submission counts from this moment on. */
export const keepReceipt = (store: Store, receipt: Receipt): Promise<boolean> =>
  store.putIfAbsent(keys.receipt(receipt.id), JSON.stringify(receipt));

export const readReceipt = (p: { store: Store }, id: string): Promise<Receipt | undefined> =>
  readJson<Receipt>(p.store, keys.receipt(id));

/** Nobody reads more in a page; all of them stay in the store, and the receipt says how many they are. */
const SHOWN_REJECTS = 10_000;

/** The first rejected rows of a submission, by row, at most ten thousand. */
export async function readRejects(p: Pick<Partnership, 'store' | 'engine'>, receipt: Receipt): Promise<RejectedRow[]> {
  if (receipt.rejected === 0) return [];
  const path = await p.store.localPath(keys.rejects(receipt.id));
  const session = await p.engine.session();
  try {
    return await session.rows<RejectedRow>(
      `select "row", "column", rule, advice from read_parquet(${text(path)}) limit ${SHOWN_REJECTS}`,
    );
  } finally {
    session.close();
  }
}

const known = new WeakMap<Store, Map<string, Receipt>>();

/** All receipts, newest first. One is never changed once it is there, so each is read once. */
export async function listReceipts({ store }: Pick<Partnership, 'store'>): Promise<Receipt[]> {
  const memory = known.get(store) ?? new Map<string, Receipt>();
  known.set(store, memory);
  const listed = await store.list('lake/receipts/');
  await Promise.all(
    listed
      .filter((key) => !memory.has(key))
      .map(async (key) => {
        const receipt = await readJson<Receipt>(store, key);
        if (receipt) memory.set(key, receipt);
      }),
  );
  return listed
    .flatMap((key) => memory.get(key) ?? [])
    .sort((a, b) => b.received_at.localeCompare(a.received_at) || a.id.localeCompare(b.id));
}
