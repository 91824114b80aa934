// What a sender is told about a submission, and where it is kept. No cell's value ever stands in it.
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
  rejects: (id: string) => `lake/rejects/${id}.json`,
};

/** Keeps a receipt; false when one with this id was there already. A submission counts from this moment on. */
export async function keepReceipt(store: Store, receipt: Receipt, rejects: RejectedRow[]): Promise<boolean> {
  await store.put(keys.rejects(receipt.id), JSON.stringify(rejects));
  return store.putIfAbsent(keys.receipt(receipt.id), JSON.stringify(receipt));
}

export const readReceipt = (p: { store: Store }, id: string): Promise<Receipt | undefined> =>
  readJson<Receipt>(p.store, keys.receipt(id));

export const readRejects = async (p: { store: Store }, id: string): Promise<RejectedRow[]> =>
  (await readJson<RejectedRow[]>(p.store, keys.rejects(id))) ?? [];

/** All receipts, newest first. */
export async function listReceipts(p: Pick<Partnership, 'store'>): Promise<Receipt[]> {
  const found = await Promise.all((await p.store.list('lake/receipts/')).map((key) => readJson<Receipt>(p.store, key)));
  return found
    .filter((receipt) => receipt !== undefined)
    .sort((a, b) => b.received_at.localeCompare(a.received_at) || a.id.localeCompare(b.id));
}
