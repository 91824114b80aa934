import type { Partnership } from '../etl/partnership.ts';
import { keepSeal, liftSeal, type LIFTINGS, type Seal, sealOf, sealsOf } from '../etl/vault/seal.ts';
import type { Deed } from './api/audit/entry.ts';
import { record } from './api/audit/record.ts';
import { type Asked, found, orDenied } from './person.ts';

type Who = NonNullable<Deed['actor']>;

/**
 * Seals a person: from now on no list tells of them, and from the next build on none of their references is linked. Recorded first.
 * @throws SafeguardingError as `found`
 */
export async function seal(p: Partnership, who: Who, asked: Asked): Promise<Seal> {
  const deed = { actor: who, action: 'seal' } as const;
  const made = sealOf(p, await found(p, deed, asked));
  await record(p, { ...deed, target: `seal ${made.id}`, decision: 'allowed' });
  await keepSeal(p.store, made);
  return made;
}

/** Lifts every seal of a person. Recorded first. @throws SafeguardingError as `found`, and (not-found) where nobody is sealed */
export async function unseal(
  p: Partnership,
  who: Who,
  asked: Asked,
  reason: (typeof LIFTINGS)[number],
): Promise<Seal[]> {
  const deed = { actor: who, action: 'seal', purpose: reason } as const;
  const own = await orDenied(p, deed, sealsOf(p.store, await found(p, deed, asked)));
  for (const one of own) {
    await record(p, { ...deed, target: `lifting of seal ${one.id}`, decision: 'allowed' });
    await liftSeal(p, one);
  }
  return own;
}
