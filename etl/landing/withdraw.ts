// A file that should not count: its agency takes it back. Nothing is removed, and the next build is made without it.
import { createHash } from 'node:crypto';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import { keys, readReceipt, type Receipt, type Withdrawal } from './receipt.ts';

/**
 * Takes a submission back, for good. From the next build on it does not count; what it had replaced counts again.
 * @returns its receipt, which says so
 * @throws SafeguardingError (not-found, or refused where nothing of it counts)
 */
export async function withdraw(
  p: Pick<Partnership, 'store' | 'clock'>,
  id: string,
  reason: Withdrawal['reason'],
): Promise<Receipt> {
  const receipt = await readReceipt(p, id);
  if (!receipt) throw new SafeguardingError('not-found', `There is no submission "${id}".`);
  if (receipt.outcome === 'refused')
    throw new SafeguardingError('refused', 'This file was refused: nothing of it is in the figures.');
  const withdrawn: Withdrawal = { at: p.clock.now().toISOString(), reason };
  if (await p.store.putIfAbsent(keys.withdrawal(id), JSON.stringify(withdrawn))) return { ...receipt, withdrawn };
  throw new SafeguardingError('refused', 'This file was withdrawn before.');
}

/** The id of the same file sent again after it was withdrawn: another submission, with a receipt of its own. */
export const idOfNext = (withdrawn: string): string =>
  createHash('sha256').update(`again after ${withdrawn}`).digest('hex').slice(0, 32);
