import { isDeepStrictEqual } from 'node:util';
import { readReceipt, type Receipt } from '../../etl/landing/receipt.ts';
import { listSnapshots, type Snapshot } from '../../etl/snapshots/log.ts';
import type { Store } from '../../etl/storage/store.ts';

/** What must hold of a store at any moment, whatever has happened. @returns what does not */
export async function violations(
  store: Store,
  told: { receipts: Receipt[]; snapshots: Snapshot[] } = { receipts: [], snapshots: [] },
): Promise<string[]> {
  const found: string[] = [];
  const log = (await listSnapshots({ store })).reverse();
  const objects = new Set([...(await store.list('lake/')), ...(await store.list('vault/'))]);
  log.forEach((s, i) => {
    if (s.number !== i + 1 || s.parent !== (i || null)) found.push(`the log is not contiguous at ${i + 1}`);
    const named = JSON.stringify(s).matchAll(/"((?:lake|vault)\/[^"]+)"/g);
    for (const [, key] of named) if (!objects.has(key!)) found.push(`snapshot ${s.number} names what is not there`);
    for (const id of s.submissions)
      if (!objects.has(`lake/receipts/${id}.json`)) found.push(`snapshot ${s.number} counts what has no receipt`);
  });
  for (const key of [...objects].filter((k) => k.startsWith('lake/receipts/'))) {
    const receipt = (await readReceipt({ store }, key.slice('lake/receipts/'.length, -'.json'.length)))!;
    if (receipt.covers === null) continue;
    const parts = [
      `lake/staged/${receipt.extract}/${receipt.id}.parquet`,
      `vault/identities/${receipt.extract}/${receipt.id}.parquet`,
    ];
    if (receipt.rejected > 0) parts.push(`lake/rejects/${receipt.id}.parquet`);
    for (const part of parts) if (!objects.has(part)) found.push('an accepted submission lacks its rows');
    if (!(await store.read(`landing/${receipt.extract}/${receipt.id}/content`))) found.push('what was sent is gone');
  }
  for (const receipt of told.receipts) {
    const { outcome: _, ...kept } = (await readReceipt({ store }, receipt.id)) ?? { outcome: '' };
    const { outcome: _told, ...said } = receipt;
    if (!isDeepStrictEqual(kept, said)) found.push('a receipt that was given is not kept');
  }
  for (const snapshot of told.snapshots)
    if (!log.some((s) => s.txn === snapshot.txn))
      found.push(`snapshot ${snapshot.number} that was told is not in the log`);
  return [...new Set(found)];
}
