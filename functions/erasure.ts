import type { Partnership } from '../etl/partnership.ts';
import { bury, type Tombstone, tombstoneOf } from '../etl/vault/erasure/tombstone.ts';
import type { Known } from '../etl/vault/person.ts';
import type { Deed } from './api/audit/entry.ts';
import { record } from './api/audit/record.ts';
import { type Asked, found } from './person.ts';

/** Whom to erase, and why. */
export interface Erasing extends Asked {
  reason: Tombstone['reason'];
}

/**
 * Erases a person: from now on no build and no list knows them, and the next build removes what is kept. Looking is recorded like
 * doing, before anything is told or done, since it says who knows a child.
 * @param who erases; a person has to answer for it
 * @param dryRun only says who knows the person
 * @throws SafeguardingError as `found`
 */
export async function erase(
  p: Partnership,
  who: NonNullable<Deed['actor']>,
  { reason, ...asked }: Erasing,
  dryRun: boolean,
): Promise<{ references: Known[]; tombstone?: Tombstone }> {
  const deed = { actor: who, action: 'erase', purpose: reason } as const;
  const references = await found(p, deed, asked);
  const agencies = new Set(references.map(({ agency }) => agency)).size;
  const tombstone = dryRun ? undefined : tombstoneOf(p, references, reason);
  const what = tombstone ? `erasure ${tombstone.id}` : 'a look at who knows a person';
  const target = `${what} (references: ${references.length}, agencies: ${agencies})`;
  await record(p, { ...deed, target, decision: 'allowed' });
  if (tombstone) await bury(p.store, tombstone);
  return { references, tombstone };
}
