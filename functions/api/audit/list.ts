import type { Store } from '../../../etl/storage/store.ts';
import type { Entry, Sealed } from './entry.ts';
import { lastEntry, readEntry } from './places.ts';

/** Which entries are asked for; what is left out is not asked. Days are those of UTC, both included. */
export interface Asked {
  action?: Entry['action'] | undefined;
  decision?: Entry['decision'] | undefined;
  role?: string | undefined;
  agency?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export interface Page {
  entries: Sealed[];
  /** Where to go on towards the beginning; null where that was reached. */
  before: number | null;
  /** How many entries there are in all. */
  all: number;
}

const PAGE = 100;
const AT_ONCE = 100;
/** A question that few entries answer is answered in parts: this many are looked at for one. */
const MOST_READ = 5000;

/** Entries that fit, newest first: a page of them, or fewer where many had to be looked at. */
export async function listEntries(store: Store, asked: Asked, before?: number): Promise<Page> {
  const all = await lastEntry(store);
  let next = Math.min(before ?? Infinity, all + 1) - 1;
  const stop = Math.max(0, next - MOST_READ);
  const entries: Sealed[] = [];
  while (next > stop && entries.length < PAGE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, next - stop) }, (_, i) => next - i);
    const read = await Promise.all(numbers.map((seq) => readEntry(store, seq)));
    for (const entry of read) {
      if (entries.length === PAGE) break;
      next = entry.seq - 1;
      if (fits(entry, asked)) entries.push(entry);
    }
  }
  return { entries, before: next > 0 ? next + 1 : null, all };
}

function fits(entry: Entry, asked: Asked): boolean {
  const day = entry.at.slice(0, 10);
  return (
    (asked.action === undefined || entry.action === asked.action) &&
    (asked.decision === undefined || entry.decision === asked.decision) &&
    (asked.role === undefined || entry.actor?.role === asked.role) &&
    (asked.agency === undefined || entry.actor?.agency === asked.agency) &&
    (asked.subject === undefined || entry.actor?.subject === asked.subject) &&
    (asked.from === undefined || day >= asked.from) &&
    (asked.to === undefined || day <= asked.to)
  );
}
