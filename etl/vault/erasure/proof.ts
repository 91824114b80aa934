// What shows that a person was erased: what went, what a search finds of them now, and what stays until when.
import { SafeguardingError } from '../../errors.ts';
import { type ErasedRows, keys, listReceipts, type Receipt } from '../../landing/receipt.ts';
import type { Partnership } from '../../partnership.ts';
import { currentSnapshot, listSnapshots, type Snapshot } from '../../snapshots/log.ts';
import { readJson } from '../../storage/store.ts';
import { hitsIn, type Looked, SWEPT } from './sweep.ts';
import { lacksAll, type Tombstone, tombstones } from './tombstone.ts';

type Proving = Pick<Partnership, 'store' | 'engine' | 'config'>;

/** Says nothing of who it was: the references are keyed, and with the tombstone they serve to keep a restored backup from knowing the person. */
export interface Proof {
  tombstone: Tombstone;
  /** False until a build has made a snapshot without the person and cleared what was there before. */
  done: boolean;
  /** The first snapshot without them; null until there is one. */
  snapshot: number | null;
  /** The rows that went, by extract. */
  removed: { agency: string | null; extract: string; files: number; rows: number }[];
  /** How many objects of the lake and the vault still hold one of the references, of how many that were searched. */
  found: { objects: number; searched: number };
  stays: {
    /** Files as sent in which there were rows of the person, which nothing reads again but to land them without; and when the last one goes. */
    files_as_sent: { files: number; until: string | null };
    /** Earlier snapshots: their counts alone, and when the last one goes. */
    snapshots: { numbers: number[]; until: string | null };
  };
}

/** @throws SafeguardingError (not-found) where there is no such erasure */
export async function proofOf(p: Proving, id: string): Promise<Proof> {
  const tombstone = (await tombstones(p.store)).find((one) => one.id === id);
  if (!tombstone) throw new SafeguardingError('not-found', `There is no erasure "${id}".`);
  const looked = await readJson<Looked>(p.store, SWEPT);
  const taken = await rowsTaken(p, id);
  const snapshots = await listSnapshots(p);
  const without = snapshots.filter((s) => lacksAll(s, [tombstone]));
  const earlier = snapshots.filter((s) => !lacksAll(s, [tombstone]));
  return {
    tombstone,
    done: looked !== undefined && looked.whole && looked.erasures.includes(id),
    snapshot: without.at(-1)?.number ?? null,
    removed: byExtract(taken),
    found: await search(p, tombstone, await currentSnapshot(p)),
    stays: {
      files_as_sent: await asSent(p, taken),
      snapshots: {
        numbers: earlier.map(({ number }) => number).reverse(),
        until: lastDay(
          earlier.map(({ built_at }) => built_at),
          p.config.retention.snapshots_days,
        ),
      },
    },
  };
}

type Taken = { receipt: Receipt; rows: number };

async function rowsTaken(p: Proving, id: string): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const receipt of await listReceipts(p)) {
    const own = receipt.erased ? await readJson<ErasedRows>(p.store, keys.erased(receipt.id, id)) : undefined;
    if (own) taken.push({ receipt, rows: own.rows });
  }
  return taken;
}

function byExtract(taken: Taken[]): Proof['removed'] {
  const removed = new Map<string, Proof['removed'][number]>();
  for (const { receipt, rows } of taken) {
    const extract = receipt.extract!;
    const sum = removed.get(extract) ?? { agency: receipt.agency, extract, files: 0, rows: 0 };
    removed.set(extract, { ...sum, files: sum.files + 1, rows: sum.rows + rows });
  }
  return [...removed.values()].sort((a, b) => a.extract.localeCompare(b.extract));
}

const FOLDERS = ['vault/identities/', 'vault/gathered/', 'lake/staged/', 'lake/gathered/'];

/** Looks for the references in everything that has any, whether or not something names it. */
async function search(
  { store, engine }: Proving,
  { references }: Tombstone,
  current: Snapshot | undefined,
): Promise<Proof['found']> {
  const files = (await Promise.all(FOLDERS.map((folder) => store.list(folder)))).flat();
  const tables = Object.values(current?.tables ?? {}).filter(({ columns }) =>
    columns?.some(({ name }) => name === 'source_ref'),
  );
  const all = [...files.filter((key) => key.endsWith('.parquet')), ...tables.map(({ key }) => key)];
  const session = await engine.session();
  try {
    const refs = references.map(({ source_ref }) => source_ref);
    return { objects: (await hitsIn({ store }, session, refs, all)).size, searched: all.length };
  } finally {
    session.close();
  }
}

async function asSent(p: Proving, taken: Taken[]): Promise<Proof['stays']['files_as_sent']> {
  const there: string[] = [];
  for (const { receipt } of taken)
    if (await p.store.modified(keys.content(receipt.extract!, receipt.id))) there.push(receipt.received_at);
  return { files: there.length, until: lastDay(there, p.config.retention.raw_days) };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day by which the last of some things goes that are kept for so many days. */
function lastDay(since: string[], days: number): string | null {
  const last = since.toSorted().at(-1);
  return last ? new Date(Date.parse(last) + days * DAY_MS).toISOString().slice(0, 10) : null;
}
