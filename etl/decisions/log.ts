// What people decide is kept for ever: numbered rows, none of which is ever written twice. A correction is a row of its own.
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import { readJson, type Store } from '../storage/store.ts';
import type { Decision, Entry } from './kinds.ts';

/** An entry as it was kept. */
export interface Kept extends Entry {
  number: number;
  kept_at: string;
}

type Log = Pick<Partnership, 'store' | 'clock'>;
const FOLDER = 'lake/decisions/';
const keyOf = (n: number) => `${FOLDER}${String(n).padStart(8, '0')}.json`;

/** Rows never change, so each is read once. */
const read = new WeakMap<Store, Map<string, Kept>>();

/** Everything that was ever entered, oldest first. */
export async function history(p: Pick<Log, 'store'>): Promise<Kept[]> {
  const known = read.get(p.store) ?? new Map<string, Kept>();
  read.set(p.store, known);
  const keys = await p.store.list(FOLDER);
  return Promise.all(
    keys.map(async (key) => {
      const kept = known.get(key) ?? (await readJson<Kept>(p.store, key))!;
      known.set(key, kept);
      return kept;
    }),
  );
}

/** How many rows there are: it changes whenever any decision does. */
export const decisionsKept = async (p: Pick<Log, 'store'>): Promise<number> => (await p.store.list(FOLDER)).length;

/** A decision that holds: not corrected since, nor withdrawn. */
export type Standing = Decision & { number: number };

/** The decisions that hold, in order of date. */
export function standing(all: readonly Kept[]): Standing[] {
  const replaced = new Set(all.map((row) => row.replaces));
  return all
    .flatMap(({ number, decision }) => (decision && !replaced.has(number) ? [{ ...decision, number }] : []))
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.number - b.number);
}

/**
 * Keeps an entry under the next number. Of two at once each gets a number of its own, and the later one is held against the earlier.
 * @throws SafeguardingError (refused) where it replaces a row that is not there, has been replaced, or is of another kind
 */
export async function keep(p: Log, entry: Entry): Promise<Kept> {
  for (;;) {
    const all = await history(p);
    assertReplaceable(all, entry);
    const kept = { number: (all.at(-1)?.number ?? 0) + 1, kept_at: p.clock.now().toISOString(), ...entry };
    if (await p.store.putIfAbsent(keyOf(kept.number), JSON.stringify(kept))) return kept;
  }
}

function assertReplaceable(all: readonly Kept[], { replaces, decision }: Entry): void {
  if (replaces === null) return;
  const refuse = (why: string) => {
    throw new SafeguardingError(
      'refused',
      `Row ${replaces} ${why} Nothing was kept. Look at the list again, then enter it anew.`,
    );
  };
  const before = all.find((row) => row.number === replaces);
  if (!before) return refuse('is not there.');
  if (before.decision === null) return refuse('is a withdrawal, which cannot be changed.');
  const later = all.find((row) => row.replaces === replaces);
  if (later) return refuse(`was replaced by row ${later.number} meanwhile.`);
  if (decision && decision.kind !== before.decision.kind)
    return refuse(`is a ${before.decision.kind}, and cannot become another kind.`);
}
