// A person as the vault knows them: all references of all agencies that stand for whom one agency calls by an id.
import { liveSubmissions } from '../build/live.ts';
import { SafeguardingError } from '../errors.ts';
import { type Session, text } from '../engines/engine.ts';
import { readSql } from '../files.ts';
import { listReceipts } from '../landing/receipt.ts';
import type { Partnership } from '../partnership.ts';
import { currentSnapshot, type Snapshot } from '../snapshots/log.ts';
import { identitiesIn } from './identities.ts';
import { type Seal, seals } from './seal.ts';

/** A reference, and the agency whose it is. */
export interface Known {
  agency: string;
  source_ref: string;
}

type Vault = Pick<Partnership, 'store' | 'engine' | 'contracts' | 'config'>;

/**
 * Finds a person by what an agency calls them: every reference that the current snapshot has for the same child.
 * @throws SafeguardingError (usage for an agency that is none; not-found; unavailable where files have landed that no snapshot counts,
 * since a reference in them may be of the same person)
 */
export async function personBy(p: Vault, agency: string, localId: string): Promise<Known[]> {
  if (!Object.hasOwn(p.config.agencies, agency))
    throw new SafeguardingError(
      'usage',
      `There is no agency "${agency}". Expected one of: ${Object.keys(p.config.agencies).join(', ')}.`,
    );
  const snapshot = await wholeSnapshot(p);
  const session = await p.engine.session();
  try {
    const own = await ownReferences(p, session, agency, localId);
    if (own.length > 0) return withSealed(await allOf(p, session, snapshot, agency, own), await seals(p.store));
  } finally {
    session.close();
  }
  throw new SafeguardingError(
    'not-found',
    'Nothing is kept under this id of this agency: it never came, or the person was erased before.',
  );
}

/** Whoever was sealed is in parts since: they still are one person to whoever erases them, or lifts the seal. */
function withSealed(found: Known[], inForce: Seal[]): Known[] {
  const refs = new Set(found.map(({ source_ref }) => source_ref));
  const parts = inForce.filter((seal) => seal.references.some(({ source_ref }) => refs.has(source_ref)));
  const others = parts.flatMap(({ references }) => references).filter(({ source_ref }) => !refs.has(source_ref));
  return [...found, ...others];
}

async function wholeSnapshot(p: Vault): Promise<Snapshot> {
  const snapshot = await currentSnapshot(p);
  const live = liveSubmissions(p.contracts, await listReceipts(p)).map(({ id }) => id);
  const ids = (list: string[]) => JSON.stringify(list.toSorted());
  if (snapshot && ids(snapshot.submissions) === ids(live)) return snapshot;
  throw new SafeguardingError(
    'unavailable',
    'The current snapshot does not count all files that have landed, so not everything about this person may be known. Build first; where somebody went back to an earlier snapshot, go forward again.',
  );
}

/** What an agency's own id is in the lake, from every file that it ever sent, whether or not it counts. */
async function ownReferences(p: Vault, session: Session, agency: string, localId: string): Promise<string[]> {
  const extracts = p.contracts.filter((contract) => contract.agency === agency);
  const keys = (await Promise.all(extracts.map(({ id }) => p.store.list(`vault/identities/${id}/`)))).flat();
  if (keys.length === 0) return [];
  const paths = await Promise.all(keys.map((key) => p.store.localPath(key)));
  const rows = await session.rows<{ source_ref: string }>(
    `select distinct source_ref from read_parquet([${paths.map(text).join(', ')}], union_by_name = true) where agency = ? and upper(local_id) = upper(cell(?))`,
    [agency, localId],
  );
  return rows.map(({ source_ref }) => source_ref);
}

async function allOf(p: Vault, session: Session, snapshot: Snapshot, agency: string, own: string[]): Promise<Known[]> {
  const map = text(await p.store.localPath(snapshot.tables.person_map!.key));
  const identities = await identitiesIn(p, p.contracts, snapshot);
  await session.load(
    'own',
    ['agency', 'source_ref'],
    own.map((ref) => [agency, ref]),
  );
  await session.run(`create or replace temp view mapped as from read_parquet(${map})`);
  const known = identities.map((query) => `select agency, source_ref from (${query})`);
  await session.run(`create or replace temp view known as ${['from own', ...known].join(' union all ')}`);
  return session.rows(readSql(import.meta.url, './person.sql'));
}
