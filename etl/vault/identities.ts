import type { Contract } from '../contract.ts';
import { identitiesOf } from '../build/gathered.ts';
import { listReceipts } from '../landing/receipt.ts';
import type { Partnership } from '../partnership.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { erasedReferences, tombstones } from './erasure/tombstone.ts';

/** Queries that give whom a snapshot's submissions of some contracts are about; nobody who was erased is among them. */
export async function identitiesIn(
  p: Pick<Partnership, 'store'>,
  contracts: readonly Contract[],
  { submissions, extracts }: Pick<Snapshot, 'submissions' | 'extracts'>,
): Promise<string[]> {
  const counts = new Set(submissions);
  const receipts = (await listReceipts(p)).filter(({ id }) => counts.has(id));
  const erased = erasedReferences(await tombstones(p.store));
  const queries = contracts.map((contract) => {
    const ids = receipts.filter(({ extract }) => extract === contract.id).map(({ id }) => id);
    return identitiesOf(p.store, contract, ids, extracts?.[contract.id]?.gathered, erased);
  });
  return (await Promise.all(queries)).filter(Boolean);
}
