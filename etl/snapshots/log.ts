// The commit log: numbered, immutable snapshots. What is not in it was not published.
import { randomUUID } from 'node:crypto';
import type { Gathered } from '../build/gathered.ts';
import type { KpiHeader } from '../build/definition.ts';
import type { LakeTable } from '../engines/lake.ts';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import { readJson } from '../storage/store.ts';
import { lacksAll, tombstones } from '../vault/erasure/tombstone.ts';

export interface KpiTable {
  key: string;
  /** What the table was made from. */
  made?: string;
  /** What its rows are: see etl/build/cells.ts. Tables of before do not say. */
  shape?: string;
  /** The facts that were counted; the table has fewer rows, where they fall into one cell. */
  rows: number;
  header: KpiHeader;
  sql: string;
  /** The values of each split, in the order in which people read them. */
  splits: Record<string, string[]>;
  covered: { from: string; to: string } | null;
}

export interface Snapshot {
  number: number;
  parent: number | null;
  txn: string;
  built_at: string;
  reason: string;
  /** The shape of what is stored, which only a newer version of this program changes. The first one did not say. */
  format?: number;
  /** Changes when anything that a build depends on changes. */
  inputs: string;
  /** The ids of the submissions that count. */
  submissions: string[];
  /** Without whom it was made: the ids of their tombstones. */
  erased?: string[];
  /** By name; `made` says what it was made from, so that the next build can tell whether it would make the same. */
  tables: Record<string, LakeTable & { made?: string }>;
  kpis: Record<string, KpiTable>;
  coverage: Record<string, { from: string; to: string }[]>;
  links: {
    agencies: { agency: string; children: number; linked: number }[];
    methods: { method: string; links: number }[];
    conflicts: number;
  };
  /** What the links were made from, and for each agency a number that changes when any of its references does. */
  children?: { made: string; agencies: Record<string, string> };
  /** By extract: what its rows were made from, and where they were gathered. */
  extracts?: Record<string, { rows: string; gathered?: Gathered }>;
  /** The tables and KPIs that were made anew; the others were taken from the snapshot before. */
  redone?: string[];
  synthetic: boolean;
}

type Log = Pick<Partnership, 'store'>;
const FOLDER = 'lake/_log/';
const keyOf = (n: number) => `${FOLDER}${String(n).padStart(8, '0')}.json`;

/** Goes up when an older version of this program would misread what this one stores; how older data are read is said in decision 022. */
const FORMAT = 1;

async function lastNumber(p: Log): Promise<number> {
  const last = (await p.store.list(FOLDER)).at(-1);
  return last ? Number.parseInt(last.slice(FOLDER.length), 10) : 0;
}

const NEWER =
  'These data were written by a newer version of this program. Update this one; going back needs a backup of before the update.';
const read = new WeakMap<Log['store'], Snapshot>();

/** Reads a snapshot; the one read last is kept, since it never changes and each request asks for it. */
async function snapshotAt(p: Log, n: number): Promise<Snapshot | undefined> {
  const last = read.get(p.store);
  if (last?.number === n) return last;
  const snapshot = await readJson<Snapshot>(p.store, keyOf(n));
  if ((snapshot?.format ?? FORMAT) > FORMAT) throw new SafeguardingError('unavailable', NEWER);
  if (snapshot) read.set(p.store, snapshot);
  return snapshot;
}

/** The snapshot that readers see, or undefined before the first build. */
export async function currentSnapshot(p: Log): Promise<Snapshot | undefined> {
  const n = await lastNumber(p);
  return n === 0 ? undefined : snapshotAt(p, n);
}

/** @throws SafeguardingError when there is no such snapshot */
export async function readSnapshot(p: Log, n: number): Promise<Snapshot> {
  const snapshot = Number.isInteger(n) && n > 0 ? await snapshotAt(p, n) : undefined;
  if (snapshot) return snapshot;
  const last = await lastNumber(p);
  const there = last ? `The last one is ${last}.` : 'None has been built yet.';
  throw new SafeguardingError('not-found', `There is no snapshot ${n}. ${there}`);
}

/** All snapshots, newest first. */
export async function listSnapshots(p: Log): Promise<Snapshot[]> {
  const found = await Promise.all((await p.store.list(FOLDER)).map((key) => readJson<Snapshot>(p.store, key)));
  return found.filter((s) => s !== undefined).reverse();
}

const TRIES = 5;

/**
 * Makes a snapshot the current one. Its files must be there already.
 * Where the store throws it may have written all the same, so it is asked again: the number is then ours, nobody's, or another's.
 * @param parent the snapshot that the content was made from
 * @returns undefined when another was published on that parent first: what was made may lack what that one has
 */
export async function publish(
  p: Log,
  parent: Snapshot | undefined,
  content: Omit<Snapshot, 'number' | 'parent' | 'txn'>,
): Promise<Snapshot | undefined> {
  const snapshot = {
    number: (parent?.number ?? 0) + 1,
    parent: parent?.number ?? null,
    txn: randomUUID(),
    ...content,
    format: FORMAT,
  };
  const key = keyOf(snapshot.number);
  for (let tries = 1; ; tries++) {
    try {
      if (await p.store.putIfAbsent(key, JSON.stringify(snapshot))) return snapshot;
      const first = await readJson<Snapshot>(p.store, key);
      return first?.txn === snapshot.txn ? snapshot : undefined;
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}

/**
 * Goes back to snapshot `n` by a new commit with its files: history stays. It holds until something new is landed or defined,
 * since a build compares with what the last build was made from.
 * @throws SafeguardingError when there is no such snapshot, or when it holds somebody who was erased since
 */
export async function rollback(p: Log, n: number): Promise<Snapshot> {
  const { number: _number, parent: _parent, txn: _txn, ...content } = await readSnapshot(p, n);
  if (!lacksAll(content, await tombstones(p.store)))
    throw new SafeguardingError(
      'refused',
      `Somebody was erased after snapshot ${n} was built, so there is no going back to it. Withdraw what was wrong and build again.`,
    );
  for (;;) {
    const current = (await currentSnapshot(p))!;
    const made = await publish(p, current, { ...content, inputs: current.inputs, reason: `rollback to ${n}` });
    if (made) return made;
  }
}

/** Takes a snapshot that was kept long enough out of the log; its number is never given again. @throws Error for the current one */
export async function removeSnapshot(p: Log, n: number): Promise<void> {
  if (n >= (await lastNumber(p))) throw new Error('The current snapshot is never removed.');
  await p.store.remove(keyOf(n));
  if (read.get(p.store)?.number === n) read.delete(p.store);
}
