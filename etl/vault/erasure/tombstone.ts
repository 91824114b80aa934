// Who was erased: keyed references that nothing is made of any more, and never what anybody calls a person. It stays for good.
import { randomBytes } from 'node:crypto';
import type { Partnership } from '../../partnership.ts';
import { readJson, type Store } from '../../storage/store.ts';
import type { Known } from '../person.ts';

/** Why a person is erased. Words of somebody's own might say who it is, so there are none. */
export const ERASURES = [
  'asked for by the person',
  'ordered by a court or the regulator',
  'held without a basis',
  'objection that was upheld',
  'other',
] as const;

export interface Tombstone {
  /** Random; the person's only name from here on. */
  id: string;
  at: string;
  reason: (typeof ERASURES)[number];
  references: Known[];
}

export const TOMBSTONES = 'vault/erased/';

/** What an erasure will be known by. Nothing is erased yet. */
export const tombstoneOf = (
  { clock }: Pick<Partnership, 'clock'>,
  references: Known[],
  reason: Tombstone['reason'],
): Tombstone => ({ id: randomBytes(16).toString('hex'), at: clock.now().toISOString(), reason, references });

/** Sets a tombstone: from this moment on no build, and no list of references, knows the person. */
export const bury = (store: Store, tombstone: Tombstone): Promise<boolean> =>
  store.putIfAbsent(`${TOMBSTONES}${tombstone.id}.json`, JSON.stringify(tombstone));

/** All of them, in no order that means anything. */
export async function tombstones(store: Store): Promise<Tombstone[]> {
  const kept = (await store.list(TOMBSTONES)).map((key) => readJson<Tombstone>(store, key));
  return (await Promise.all(kept)).filter((tombstone) => tombstone !== undefined);
}

/** The references of everybody who was erased. */
export const erasedReferences = (gone: readonly Tombstone[]): string[] => [
  ...new Set(gone.flatMap(({ references }) => references.map(({ source_ref }) => source_ref))),
];

/** Whether a snapshot was made without any of them. */
export const lacksAll = ({ erased = [] }: { erased?: string[] }, gone: readonly Tombstone[]): boolean =>
  gone.every(({ id }) => erased.includes(id));
