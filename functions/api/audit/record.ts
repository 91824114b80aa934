// The record of who saw what: an append-only chain, each entry bound to the one before. What cannot be recorded does not happen.
import { randomUUID } from 'node:crypto';
import { SafeguardingError } from '../../../etl/errors.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Store } from '../../../etl/storage/store.ts';
import type { Deed, Sealed } from './entry.ts';
import { anchorKey, entryKey, lastEntry, readEntry } from './places.ts';
import { auditKey, BEGINNING, seal, sealAnchor } from './seal.ts';

export type Recording = Pick<Partnership, 'store' | 'mac' | 'clock'>;

/** What a process knows of the end of the chain. */
interface End {
  seq: number;
  hash: string;
  /** The hashes that no anchor of this process holds yet; the last of them is the end's. */
  loose: string[];
  anchored: number;
}

/** Entries of one process are written one after another; only processes race. */
const ends = new WeakMap<Store, { end?: End; turn: Promise<unknown> }>();

/**
 * Writes down one deed. It stays, whatever happens to whoever asked.
 * @throws SafeguardingError (unavailable) where it cannot be written: then nothing may be shown or done
 */
export async function record(p: Recording, deed: Deed): Promise<void> {
  const known = ends.get(p.store) ?? { turn: Promise.resolve() };
  ends.set(p.store, known);
  const turn = known.turn.then(async () => {
    known.end ??= await findEnd(p.store);
    await append(p, known.end, deed);
    await anchorWhenDue(p, known.end);
  });
  known.turn = turn.catch(() => (known.end = undefined)); // what the store did then is not known
  await turn.catch((error: unknown) => {
    if (error instanceof SafeguardingError && error.kind === 'unavailable') throw error;
    throw new SafeguardingError(
      'unavailable',
      'The record of who saw what cannot be written, so nothing is shown or done. Try again later.',
    );
  });
}

async function findEnd(store: Store): Promise<End> {
  const seq = await lastEntry(store);
  return { seq, hash: seq === 0 ? BEGINNING : (await readEntry(store, seq)).hash, loose: [], anchored: 0 };
}

/** A process that is further behind than this looks for the end anew. */
const STEPS = 8;
const TRIES = 3;

async function append(p: Recording, end: End, { actor, action, target, decision, purpose }: Deed): Promise<void> {
  const request = randomUUID();
  const what = { actor: actor ? known(actor) : null, action, target, purpose: purpose ?? null, decision, request };
  for (let behind = 0; ; behind++) {
    if (behind > 0 && behind % STEPS === 0) Object.assign(end, await findEnd(p.store), { anchored: end.anchored });
    const entry = { seq: end.seq + 1, at: p.clock.now().toISOString(), ...what, prev: end.hash };
    const there = await firstAt(p.store, seal(auditKey(p.mac), entry));
    Object.assign(end, { seq: there.seq, hash: there.hash });
    end.loose.push(there.hash);
    if (there.request === request) return;
  }
}

/** The entry that has a place: ours, or of whoever was first. A store that throws may have written all the same, so it is asked again. */
async function firstAt(store: Store, entry: Sealed): Promise<Sealed> {
  for (let tries = 1; ; tries++) {
    try {
      const ours = await store.putIfAbsent(entryKey(entry.seq), JSON.stringify(entry));
      return ours ? entry : await readEntry(store, entry.seq);
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

/** No more of an actor than an entry has: a name is none of its business. */
const known = ({ issuer, subject, role, agency, session }: NonNullable<Deed['actor']>) => ({
  issuer,
  subject,
  role,
  agency,
  session,
});

const MOST_LOOSE = 64;
const ANCHOR_EVERY_MS = 5 * 60 * 1000;

/** A process sets an anchor with its first entry, then with every 64th or after five minutes. One that cannot be set stops everything too. */
async function anchorWhenDue(p: Recording, end: End): Promise<void> {
  const now = p.clock.now();
  if (end.loose.length < MOST_LOOSE && now.getTime() - end.anchored < ANCHOR_EVERY_MS) return;
  const from = end.seq - end.loose.length + 1;
  const anchor = sealAnchor(auditKey(p.mac), { at: now.toISOString(), from, hashes: end.loose });
  await p.store.putIfAbsent(anchorKey(end.seq), JSON.stringify(anchor));
  Object.assign(end, { loose: [], anchored: now.getTime() });
}
