import { SafeguardingError } from '../etl/errors.ts';
import type { Partnership } from '../etl/partnership.ts';
import { bury, type Tombstone, tombstoneOf } from '../etl/vault/erasure/tombstone.ts';
import { type Known, personBy } from '../etl/vault/person.ts';
import { record } from './api/audit/record.ts';
import type { Deed } from './api/audit/entry.ts';

/** Whom to erase, and why. It holds an identifier: it is kept nowhere, and told to nobody. */
export interface Erasing {
  agency: string;
  local_id: string;
  reason: Tombstone['reason'];
}

/**
 * Finds a person and erases them: from now on no build and no list knows them, and the next build removes what is kept. Looking is
 * recorded like doing, before anything is told or done, since it says who knows a child.
 * @param who erases; a person has to answer for it
 * @param dryRun only says who knows the person
 * @throws SafeguardingError as `personBy`, which is recorded as denied; (unavailable) where the record cannot be written
 */
export async function erase(
  p: Partnership,
  who: NonNullable<Deed['actor']>,
  { agency, local_id, reason }: Erasing,
  dryRun: boolean,
): Promise<{ references: Known[]; tombstone?: Tombstone }> {
  const deed = { actor: who, action: 'erase', purpose: reason } as const;
  const references = await personBy(p, agency, local_id).catch(async (error: unknown) => {
    if (error instanceof SafeguardingError)
      await record(p, { ...deed, target: 'nobody who could be found', decision: 'denied' });
    throw error;
  });
  const agencies = new Set(references.map((known) => known.agency)).size;
  const tombstone = dryRun ? undefined : tombstoneOf(p, references, reason);
  const what = tombstone ? `erasure ${tombstone.id}` : 'a look at who knows a person';
  const target = `${what} (references: ${references.length}, agencies: ${agencies})`;
  await record(p, { ...deed, target, decision: 'allowed' });
  if (tombstone) await bury(p.store, tombstone);
  return { references, tombstone };
}
