import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Contract } from '../contract.ts';
import { type Session, text } from '../engines/engine.ts';
import { keys } from '../landing/receipt.ts';
import { readJson, type Store } from '../storage/store.ts';

/** The rows of many submissions of an extract in few objects, so that a build need not open thousands. All are keys of the store. */
export interface Gathered {
  /** The ids of the submissions that are in it, as a JSON list. */
  submissions: string;
  staged: string;
  identities: string;
}

/** Where the rows of an extract's live submissions are to be read: queries that give them, and what they were gathered in. */
export interface Rows {
  staged: string;
  identities: string;
  gathered: Gathered | undefined;
}

/** So many files are read beside what was gathered before. */
const LOOSE = 32;

/**
 * Finds the rows of some submissions of an extract, and gathers them anew when too many lie loose or when one no longer counts.
 * @param ids the submissions, in any order
 * @param erased references of which no row is given
 */
export async function gather(
  session: Session,
  store: Store,
  contract: Contract,
  ids: readonly string[],
  before: Gathered | undefined,
  erased: readonly string[],
  scratch: string,
): Promise<Rows> {
  const { held, loose } = await heldIn(store, ids, before);
  const rows = await rowsIn(store, contract, before, loose, erased);
  const wanted = new Set(ids);
  const gone = [...held].some((id) => !wanted.has(id));
  if (loose.length <= LOOSE && !gone) return { ...rows, gathered: before };

  const list = JSON.stringify([...ids].sort());
  const name = createHash('sha256').update(list).digest('hex').slice(0, 32);
  const gathered = {
    submissions: `lake/gathered/${contract.id}/${name}.json`,
    staged: `lake/gathered/${contract.id}/${name}.parquet`,
    identities: `vault/gathered/${contract.id}/${name}.parquet`,
  };
  await session.load(
    'wanted',
    ['submission'],
    ids.map((id) => [id]),
  );
  for (const kind of ['staged', 'identities'] as const) {
    const file = join(scratch, `${kind}-${contract.table}`);
    const query = `select * from (${rows[kind]}) where submission in (select submission from wanted)`;
    await session.run(`copy (${query}) to ${text(file)} (format parquet, compression zstd)`);
    await store.putFile(gathered[kind], file);
  }
  await store.put(gathered.submissions, list);
  return { ...(await rowsIn(store, contract, gathered, [], erased)), gathered };
}

/** A query that gives who the rows of a snapshot's submissions of an extract are about, but for erased references; empty where there are none. */
export async function identitiesOf(
  store: Store,
  contract: Contract,
  ids: readonly string[],
  gathered: Gathered | undefined,
  erased: readonly string[],
): Promise<string> {
  const { loose } = await heldIn(store, ids, gathered);
  return (await rowsIn(store, contract, gathered, loose, erased)).identities;
}

async function heldIn(store: Store, ids: readonly string[], gathered: Gathered | undefined) {
  const held = new Set(gathered && (await readJson<string[]>(store, gathered.submissions)));
  return { held, loose: ids.filter((id) => !held.has(id)) };
}

async function rowsIn(
  store: Store,
  { id: extract }: Contract,
  gathered: Gathered | undefined,
  loose: readonly string[],
  erased: readonly string[],
): Promise<Pick<Rows, 'staged' | 'identities'>> {
  const paths = async (key: (extract: string, id: string) => string) =>
    Promise.all(loose.map((id) => store.localPath(key(extract, id))));
  const read = (files: string[]) =>
    `read_parquet([${files.map(text).join(', ')}], union_by_name = true, filename = true)`;
  const parts = (files: string[], whole: string[], named: string) => [
    ...(whole.length > 0 ? [`select * exclude (filename) from ${read(whole)}`] : []),
    ...(files.length > 0 ? [`select * exclude (filename)${named} from ${read(files)}`] : []),
  ];
  const whole = async (key: 'staged' | 'identities') => (gathered ? [await store.localPath(gathered[key])] : []);
  // An identity file says only by its name which submission it is of.
  const named = `, regexp_extract(filename, '([^/\\\\]+)\\.parquet$', 1) as submission`;
  const all = (queries: string[]) => withoutErased(queries.join(' union all by name '), erased);
  return {
    staged: all(parts(await paths(keys.staged), await whole('staged'), '')),
    identities: all(parts(await paths(keys.identities), await whole('identities'), named)),
  };
}

/** Files that were written before an erasure may still hold its rows, and so may those of a backup: whoever reads them, reads past these. */
const withoutErased = (query: string, erased: readonly string[]): string =>
  query && erased.length > 0
    ? `select * from (${query}) where source_ref not in (${erased.map(text).join(', ')})`
    : query;
