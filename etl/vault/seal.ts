// Who is sealed (adopted, relocated, a witness): never linked with another reference, and in no list. Why is not kept, nor anything but keyed references.
import { randomBytes } from 'node:crypto';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import { readJson, type Store } from '../storage/store.ts';
import type { Known } from './person.ts';

/** Why a seal is lifted. Words of somebody's own might say who it is, so there are none. */
export const LIFTINGS = ['sealed by mistake', 'ordered by a court', 'no danger any more', 'other'] as const;

export interface Seal {
  id: string;
  at: string;
  references: Known[];
}

export const SEALED = 'vault/sealed/';
const sealKey = (id: string) => `${SEALED}${id}/seal.json`;
const liftedKey = (id: string) => `${SEALED}${id}/lifted.json`;

/** What a seal will be known by. Nothing is sealed yet. */
export const sealOf = ({ clock }: Pick<Partnership, 'clock'>, references: Known[]): Seal => ({
  id: randomBytes(16).toString('hex'),
  at: clock.now().toISOString(),
  references,
});

/** From this moment on no list tells of the person; from the next build on each of the references is a child of its own. */
export const keepSeal = (store: Store, seal: Seal): Promise<boolean> =>
  store.putIfAbsent(sealKey(seal.id), JSON.stringify(seal));

/** Lifts a seal: the next build links the person like anybody. */
export const liftSeal = ({ store, clock }: Pick<Partnership, 'store' | 'clock'>, { id }: Seal): Promise<boolean> =>
  store.putIfAbsent(liftedKey(id), JSON.stringify({ at: clock.now().toISOString() }));

/** The seals in force, by their ids. */
export async function seals(store: Store): Promise<Seal[]> {
  const keys = new Set(await store.list(SEALED));
  const ids = [...keys].map((key) => key.split('/')[2]!);
  const inForce = [...new Set(ids)].filter((id) => !keys.has(liftedKey(id)));
  const found = await Promise.all(inForce.map((id) => readJson<Seal>(store, sealKey(id))));
  return found.filter((seal) => seal !== undefined);
}

export const sealedReferences = (inForce: readonly Seal[]): string[] => [
  ...new Set(inForce.flatMap(({ references }) => references.map(({ source_ref }) => source_ref))),
];

/** The seals in force of a person. @throws SafeguardingError (not-found) where there is none */
export async function sealsOf(store: Store, references: readonly Known[]): Promise<Seal[]> {
  const refs = new Set(references.map(({ source_ref }) => source_ref));
  const own = (await seals(store)).filter((seal) => sealedReferences([seal]).some((ref) => refs.has(ref)));
  if (own.length > 0) return own;
  throw new SafeguardingError('not-found', 'This person is not sealed.');
}
