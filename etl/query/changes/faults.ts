import type { Receipt } from '../../landing/receipt.ts';
import type { Partnership } from '../../partnership.ts';
import { freshness } from '../freshness.ts';
import { rulesBroken } from '../quality.ts';
import type { Looked } from './since.ts';

/** Something wrong with the data that began or ended. What a kind does not have is null. */
export interface Fault {
  change: 'opened' | 'closed';
  kind: 'late' | 'refused' | 'rule';
  extract: string | null;
  /** When the file that is late, or was, was due; when the refused file came. */
  on: string | null;
  /** Of a refused file: its receipt. */
  submission: string | null;
  file: string | null;
  rule: string | null;
  column: string | null;
  /** Rows that break the rule now, or did before it was closed. */
  rows: number | null;
}

/** Feeds that fell behind or caught up, files refused, and rules that a file breaks for the first time or none breaks any more. */
export async function faultsBetween(
  p: Partnership,
  then: Looked,
  now: Looked,
  receipts: readonly Receipt[],
): Promise<Fault[]> {
  return [
    ...(await feeds(p, then, now)),
    ...refusals(receipts, then, now),
    ...rules(brokenIn(then, receipts), brokenIn(now, receipts)),
  ];
}

const NONE = { extract: null, on: null, submission: null, file: null, rule: null, column: null, rows: null };

async function feeds(p: Partnership, then: Looked, now: Looked): Promise<Fault[]> {
  const [was, is] = await Promise.all([freshness(p, then.snapshot, then.at), freshness(p, now.snapshot, now.at)]);
  return is.flatMap(({ id, state, due }): Fault[] => {
    const before = was.find((feed) => feed.id === id);
    const [late, wasLate] = [state !== 'up to date', before?.state !== 'up to date'];
    // A feed that never came and still has not is late by no date.
    if (late === wasLate || (late && due === null)) return [];
    const on = late ? due : before!.due;
    return [{ ...NONE, change: late ? 'opened' : 'closed', kind: 'late', extract: id, on }];
  });
}

const refusals = (receipts: readonly Receipt[], then: Looked, now: Looked): Fault[] =>
  receipts
    .filter((r) => r.outcome === 'refused' && r.received_at > then.at && r.received_at <= now.at)
    .map(({ id, extract, file, received_at }) => ({
      ...NONE,
      change: 'opened',
      kind: 'refused',
      extract,
      on: received_at.slice(0, 10),
      submission: id,
      file,
    }));

type Broken = ReturnType<typeof rulesBroken>;

function brokenIn({ snapshot }: Looked, receipts: readonly Receipt[]): Broken {
  const counts = new Set(snapshot.submissions);
  return rulesBroken(receipts.filter(({ id }) => counts.has(id)));
}

function rules(was: Broken, now: Broken): Fault[] {
  const without = (some: Broken, others: Broken) =>
    some.filter((one) => !others.some((other) => nameOf(other) === nameOf(one)));
  const fault =
    (change: Fault['change']) =>
    ({ extract, rule, column, rows }: Broken[number]): Fault => ({
      ...NONE,
      change,
      kind: 'rule',
      extract,
      rule,
      column,
      rows,
    });
  return [...without(now, was).map(fault('opened')), ...without(was, now).map(fault('closed'))];
}

const nameOf = ({ extract, rule, column }: Broken[number]) => JSON.stringify([extract, rule, column]);
