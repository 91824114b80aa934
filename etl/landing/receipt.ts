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

/** Why an agency takes a file back. Words of their own might name a child, so there is none. */
export const WITHDRAWALS = [
  'wrong file',
  'wrong period',
  'not complete',
  'should not have been sent',
  'other',
] as const;

export interface Withdrawal {
  at: string;
  reason: (typeof WITHDRAWALS)[number];
}

export interface Receipt {
  id: string;
  /** Of the bytes that were sent; receipts of before do not say. */
  sha256?: string;
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
  /** Where its agency took it back: kept beside the receipt, which never changes. */
  withdrawn?: Withdrawal;
  /** Of the accepted rows, how many were of people who were erased: they are in no figure any more. Kept beside the receipt too. */
  erased?: number;
}

/** How many rows of a submission one erasure took. */
export interface ErasedRows {
  rows: number;
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
  withdrawal: (id: string) => `lake/withdrawals/${id}.json`,
  erased: (id: string, erasure: string) => `lake/erased/${id}/${erasure}.json`,
};

/** Keeps a receipt; false when one with this id was there already. A submission counts from this moment on. */
export const keepReceipt = (store: Store, receipt: Receipt): Promise<boolean> =>
  store.putIfAbsent(keys.receipt(receipt.id), JSON.stringify(receipt));

export async function readReceipt({ store }: { store: Store }, id: string): Promise<Receipt | undefined> {
  const receipt = await readJson<Receipt>(store, keys.receipt(id));
  if (!receipt) return undefined;
  const erased = await readOnce<ErasedRows>(store, `lake/erased/${id}/`);
  return withBeside(receipt, await readJson<Withdrawal>(store, keys.withdrawal(id)), [...erased.values()]);
}

/** A receipt with what is kept beside it. */
function withBeside(receipt: Receipt, withdrawn: Withdrawal | undefined, erased: ErasedRows[]): Receipt {
  const rows = erased.reduce((sum, one) => sum + one.rows, 0);
  return { ...receipt, ...(withdrawn ? { withdrawn } : {}), ...(rows > 0 ? { erased: rows } : {}) };
}

/** Nobody reads more in a page; all of them stay in the store, and the receipt says how many they are. */
const SHOWN_REJECTS = 10_000;

/** The first rejected rows of a submission, by row; at most ten thousand unless told. */
export async function readRejects(
  p: Pick<Partnership, 'store' | 'engine'>,
  receipt: Receipt,
  most = SHOWN_REJECTS,
): Promise<RejectedRow[]> {
  if (receipt.rejected === 0) return [];
  const path = await p.store.localPath(keys.rejects(receipt.id));
  const session = await p.engine.session();
  try {
    return await session.rows<RejectedRow>(
      `select "row", "column", rule, advice from read_parquet(${text(path)}) limit ${most}`,
    );
  } finally {
    session.close();
  }
}

/** All receipts, newest first. */
export async function listReceipts({ store }: Pick<Partnership, 'store'>): Promise<Receipt[]> {
  const [receipts, withdrawals, erased] = await Promise.all([
    readOnce<Receipt>(store, 'lake/receipts/'),
    readOnce<Withdrawal>(store, 'lake/withdrawals/'),
    readOnce<ErasedRows>(store, 'lake/erased/'),
  ]);
  const took = new Map<string, ErasedRows[]>();
  for (const [key, rows] of erased) {
    const id = key.split('/')[2]!;
    took.set(id, [...(took.get(id) ?? []), rows]);
  }
  return [...receipts.values()]
    .map((receipt) => withBeside(receipt, withdrawals.get(keys.withdrawal(receipt.id)), took.get(receipt.id) ?? []))
    .sort((a, b) => b.received_at.localeCompare(a.received_at) || a.id.localeCompare(b.id));
}

const known = new WeakMap<Store, Map<string, unknown>>();

/** What is under a prefix, by key. None of it is ever changed once it is there, so each is read once. */
async function readOnce<T>(store: Store, prefix: string): Promise<Map<string, T>> {
  const memory = known.get(store) ?? new Map<string, unknown>();
  known.set(store, memory);
  const listed = await store.list(prefix);
  await Promise.all(
    listed
      .filter((key) => !memory.has(key))
      .map(async (key) => {
        const read = await readJson<T>(store, key);
        if (read) memory.set(key, read);
      }),
  );
  return new Map(listed.filter((key) => memory.has(key)).map((key) => [key, memory.get(key) as T]));
}
