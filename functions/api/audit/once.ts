import type { Store } from '../../../etl/storage/store.ts';
import type { Deed } from './entry.ts';
import { type Recording, record } from './record.ts';

/** What a process remembers of what it has recorded; the oldest goes first. */
const MOST = 10_000;
const recorded = new WeakMap<Store, Map<string, Promise<void>>>();

/**
 * Records what somebody does again and again only the first time in a session, as far as this process knows: pages ask every
 * few seconds, and two entries say no more than one. @throws SafeguardingError (unavailable)
 */
export function recordOnce(p: Recording, deed: Deed): Promise<void> {
  const known = recorded.get(p.store) ?? new Map<string, Promise<void>>();
  recorded.set(p.store, known);
  const key = JSON.stringify([deed.actor?.session ?? null, deed.action, deed.target, deed.decision]);
  const before = known.get(key);
  if (before) return before;
  const now = record(p, deed);
  known.set(key, now);
  now.catch(() => known.delete(key)); // it is asked of the record again
  for (const oldest of known.keys()) {
    if (known.size <= MOST) break;
    known.delete(oldest);
  }
  return now;
}
