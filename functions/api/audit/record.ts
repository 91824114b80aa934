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
  await inTurn(p, async (end) => {
    await append(p, end, deed);
    if (end.loose.length >= MOST_LOOSE || p.clock.now().getTime() - end.anchored >= ANCHOR_EVERY_MS)
      await setAnchor(p, end);
  });
}

/**
 * Sets an anchor at the end, unless it has one: what comes after the last one could be cut off unseen. To be done every few minutes.
 * @throws SafeguardingError (unavailable)
 */
export async function anchorEnd(p: Recording): Promise<void> {
  await inTurn(p, async (end) => {
    const latest = await findEnd(p.store);
    if (latest.seq === 0 || (await p.store.modified(anchorKey(latest.seq)))) return;
    await setAnchor(p, Object.assign(end, latest));
  });
}

async function inTurn(p: Recording, work: (end: End) => Promise<void>): Promise<void> {
  const known = ends.get(p.store) ?? { turn: Promise.resolve() };
  ends.set(p.store, known);
  const turn = known.turn.then(async () => work((known.end ??= await findEnd(p.store))));
  known.turn = turn.catch(() => (known.end = undefined)); // what the store did then is not known
  await turn.catch((error: unknown) => {
    if (error instanceof SafeguardingError && error.kind === 'unavailable') throw error;
    throw new SafeguardingError(
      'unavailable',
      'The record of who saw what cannot be written, so nothing is shown or done. Try again later.',
    );
  });
}

const MOST_LOOSE = 64;
const ANCHOR_EVERY_MS = 5 * 60 * 1000;

/** The end as it is found. Hashes that a process before may have left without an anchor get one with the first entry of this one. */
async function findEnd(store: Store): Promise<End> {
  const seq = await lastEntry(store);
  if (seq === 0) return { seq, hash: BEGINNING, loose: [], anchored: 0 };
  const { hash } = await readEntry(store, seq);
  const before = Array.from({ length: Math.min(seq, MOST_LOOSE) - 1 }, (_, i) => seq - 1 - i);
  const hashes = await Promise.all(
    before.map((n) =>
      readEntry(store, n).then(
        (entry) => entry.hash,
        () => undefined,
      ),
    ),
  );
  const unread = hashes.indexOf(undefined);
  const loose = [hash, ...(hashes.slice(0, unread === -1 ? undefined : unread) as string[])].reverse();
  return { seq, hash, loose, anchored: 0 };
}

/** A process that is further behind than this looks for the end anew. */
const STEPS = 8;
const TRIES = 3;

async function append(p: Recording, end: End, { actor, action, target, decision, purpose }: Deed): Promise<void> {
  const [key, request] = [await auditKey(p.mac), randomUUID()];
  const what = { actor: actor ? known(actor) : null, action, target, purpose: purpose ?? null, decision, request };
  for (let behind = 0; ; behind++) {
    if (behind > 0 && behind % STEPS === 0) Object.assign(end, await findEnd(p.store));
    const entry = { seq: end.seq + 1, at: p.clock.now().toISOString(), ...what, prev: end.hash };
    const there = await firstAt(p.store, seal(key, entry));
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

/** One that cannot be set stops everything too. */
async function setAnchor(p: Recording, end: End): Promise<void> {
  const now = p.clock.now();
  const from = end.seq - end.loose.length + 1;
  const anchor = sealAnchor(await auditKey(p.mac), { at: now.toISOString(), from, hashes: end.loose });
  await p.store.putIfAbsent(anchorKey(end.seq), JSON.stringify(anchor));
  Object.assign(end, { loose: [], anchored: now.getTime() });
}
