// What is compared with what: the snapshot of a day, with the decisions of that day, and the present one.
import { isCells } from '../../build/cells.ts';
import { type Kept, type Standing, standing } from '../../decisions/log.ts';
import type { Snapshot } from '../../snapshots/log.ts';

/** A snapshot as it was looked at on a day. */
export interface Looked {
  snapshot: Snapshot;
  /** The instant up to which decisions and receipts count. */
  at: string;
  /** The day of that instant. */
  on: string;
  decisions: Standing[];
}

/** How the earlier side of a comparison was found; the last two have none. */
export type Basis = 'that day' | 'oldest kept' | 'one snapshot' | 'no day';

const endOf = (day: string) => `${day}T23:59:59.999Z`;

/** What was known at an instant of a snapshot: of the decisions those that stood then. */
export const looked = (snapshot: Snapshot, at: string, kept: readonly Kept[]): Looked => ({
  snapshot,
  at,
  on: at.slice(0, 10),
  decisions: standing(kept.filter(({ kept_at }) => kept_at <= at)),
});

/** The day of the last meeting that was held by a day, or null where none was entered. */
export const lastMeeting = (decisions: readonly Standing[], today: string): string | null =>
  decisions.findLast(({ kind, on }) => kind === 'meeting' && on <= today)?.on ?? null;

/**
 * The snapshot that was current at the end of a day; where none is so old, the oldest that can be asked, on the day it was built.
 * @param snapshots all that are kept, newest first
 * @param since null where no day is known: the oldest is then the one
 * @param now the present instant, since a day may not have ended
 */
export function earlier(
  snapshots: readonly Snapshot[],
  since: string | null,
  kept: readonly Kept[],
  now: string,
): { basis: Basis; before: Looked | null } {
  // Those of an earlier version of this program have tables that this one cannot ask.
  const asked = snapshots.filter(({ kpis }) => Object.values(kpis).every(isCells));
  const then = since === null ? undefined : asked.find(({ built_at }) => built_at <= endOf(since));
  if (then) return { basis: 'that day', before: looked(then, [endOf(since!), now].sort()[0]!, kept) };
  const oldest = asked.at(-1);
  if (!oldest || asked.length === 1) return { basis: 'one snapshot', before: null };
  return { basis: since === null ? 'no day' : 'oldest kept', before: looked(oldest, oldest.built_at, kept) };
}
