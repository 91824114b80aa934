// Takes the rows of erased people out of every file that was made of what agencies sent. Builds read past them already; here they go.
import { join } from 'node:path';
import { type Session, text } from '../../engines/engine.ts';
import { type ErasedRows, keys, listReceipts, type Receipt } from '../../landing/receipt.ts';
import type { Partnership } from '../../partnership.ts';
import { listSnapshots, type Snapshot } from '../../snapshots/log.ts';
import { readJson } from '../../storage/store.ts';
import { erasedReferences, lacksAll, type Tombstone, tombstones } from './tombstone.ts';

type Swept = Pick<Partnership, 'store' | 'engine' | 'scratch' | 'clock'>;

/** For which erasures files were looked through, and which. It is no part of a backup: what is restored is looked through again. */
export const SWEPT = 'lake/swept/looked.json';
export interface Looked {
  erasures: string[];
  submissions: string[];
  /** False while there are more to look through. */
  whole: boolean;
}

/** A landing that was slower than its twin may write the same files anew: those of the last day are looked through again. */
const YOUNG_MS = 24 * 60 * 60 * 1000;
const AT_ONCE = 64;

/**
 * Removes what is kept of erased people, once the current snapshot is made without them: from the rows and identities of every
 * submission, from what builds gathered, and with them the rows (not the counts) that earlier snapshots hold. Doing it again, or after it was
 * cut short, changes nothing more.
 * @returns false where somebody was erased since that snapshot was made: it has to be built again first
 */
export async function sweep(p: Swept, current: Snapshot): Promise<boolean> {
  const gone = await tombstones(p.store);
  if (gone.length === 0) return true;
  if (!lacksAll(current, gone)) return false;
  const erasures = gone.map(({ id }) => id);
  const before = await readJson<Looked>(p.store, SWEPT);
  const isNew = erasures.some((id) => !before?.erasures.includes(id));
  if (isNew) {
    const gathered = Object.values(current.extracts ?? {}).flatMap((e) => e.gathered ?? []);
    await without(
      p,
      erasedReferences(gone),
      gathered.flatMap((g) => [g.staged, g.identities]),
    );
    await dropRows(p, gone);
  }
  await sweepSubmissions(p, gone, { erasures, submissions: isNew ? [] : before!.submissions, whole: false });
  return true;
}

/** Looks through the submissions that were not yet, some at a time: what was cut short goes on from there. */
async function sweepSubmissions(p: Swept, gone: Tombstone[], looked: Looked): Promise<void> {
  const seen = new Set(looked.submissions);
  const receipts = (await listReceipts(p)).filter(({ id, covers }) => covers !== null && !seen.has(id));
  const settled = new Date(p.clock.now().getTime() - YOUNG_MS).toISOString();
  for (let i = 0; i < receipts.length; i += AT_ONCE) {
    const some = receipts.slice(i, i + AT_ONCE);
    await sweepFiles(p, gone, some);
    looked.submissions.push(...some.filter((r) => r.received_at < settled).map(({ id }) => id));
    await p.store.put(SWEPT, JSON.stringify(looked));
  }
  await p.store.put(SWEPT, JSON.stringify({ ...looked, whole: true } satisfies Looked));
}

async function sweepFiles(p: Swept, gone: Tombstone[], receipts: Receipt[]): Promise<void> {
  const refs = erasedReferences(gone);
  const ids = new Map(receipts.map((r) => [keys.staged(r.extract!, r.id), r.id]));
  await without(p, refs, [...ids.keys()], (key, hits) => countRows(p, gone, ids.get(key)!, hits));
  const identities = receipts.map((r) => keys.identities(r.extract!, r.id));
  await without(p, refs, identities);
}

/** Says beside a receipt how many rows each erasure takes, before they go: what is cut short in between counts them no more. */
async function countRows({ store }: Swept, gone: Tombstone[], id: string, hits: Hit[]): Promise<void> {
  for (const { id: erasure, references } of gone) {
    const own = new Set(references.map(({ source_ref }) => source_ref));
    const rows = hits.filter(({ source_ref }) => own.has(source_ref)).reduce((sum, hit) => sum + hit.rows, 0);
    if (rows > 0) await store.putIfAbsent(keys.erased(id, erasure), JSON.stringify({ rows } satisfies ErasedRows));
  }
}

/** Removes the rows behind snapshots that were made before: their counts say nobody's reference, and stay as long as they would have. */
async function dropRows({ store }: Swept, gone: Tombstone[]): Promise<void> {
  const snapshots = await listSnapshots({ store });
  const needed = new Set(snapshots.filter((s) => lacksAll(s, gone)).flatMap(rowsOf));
  const old = new Set(snapshots.filter((s) => !lacksAll(s, gone)).flatMap(rowsOf));
  for (const key of old) if (!needed.has(key)) await store.remove(key);
}

/** Where the rows of a snapshot rest: everything but its KPIs. */
const rowsOf = ({ tables, extracts = {} }: Snapshot): string[] => [
  ...Object.values(tables).map(({ key }) => key),
  ...Object.values(extracts).flatMap(({ gathered }) => Object.values(gathered ?? {}) as string[]),
];

/** How many rows of a reference a file has. */
interface Hit {
  source_ref: string;
  rows: number;
}

/**
 * Writes files of the store anew without the rows of some references.
 * @param first what is done before that with what a file has of them
 */
async function without(
  p: Swept,
  refs: readonly string[],
  files: readonly string[],
  first: (key: string, hits: Hit[]) => Promise<void> = async () => {},
): Promise<void> {
  const session = await p.engine.session();
  try {
    for (let i = 0; i < files.length; i += AT_ONCE)
      for (const [key, hits] of await hitsIn(p, session, refs, files.slice(i, i + AT_ONCE))) {
        await first(key, hits);
        await rewrite(p, session, refs, key);
      }
  } finally {
    session.close();
  }
}

/** The files that have any of the references, with how many rows of each. */
export async function hitsIn(
  { store }: Pick<Swept, 'store'>,
  session: Session,
  refs: readonly string[],
  files: readonly string[],
): Promise<Map<string, Hit[]>> {
  const hits = new Map<string, Hit[]>();
  if (files.length === 0) return hits;
  const keyAt = new Map(await Promise.all(files.map(async (key) => [await store.localPath(key), key] as const)));
  const rows = await session.rows<Hit & { filename: string }>(
    `select filename, source_ref, count(*) as rows from read_parquet(${list([...keyAt.keys()])}, union_by_name = true, filename = true) where source_ref in (${values(refs)}) group by all`,
  );
  for (const { filename, ...hit } of rows) {
    const key = keyAt.get(filename)!;
    hits.set(key, [...(hits.get(key) ?? []), hit]);
  }
  return hits;
}

async function rewrite(p: Swept, session: Session, refs: readonly string[], key: string): Promise<void> {
  const path = text(await p.store.localPath(key));
  await p.scratch(async (folder) => {
    const anew = join(folder, 'anew');
    await session.run(
      `copy (select * from read_parquet(${path}) where source_ref not in (${values(refs)})) to ${text(anew)} (format parquet, compression zstd)`,
    );
    await p.store.putFile(key, anew);
  });
}

const values = (texts: readonly string[]) => texts.map(text).join(', ');
const list = (texts: readonly string[]) => `[${values(texts)}]`;
