import type { Contract } from '../contract.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import type { Receipt } from '../landing/receipt.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { erasedReferences } from '../vault/erasure/tombstone.ts';
import { fingerprint } from './fingerprint.ts';
import { gather, type Gathered } from './gathered.ts';
import type { Making } from './making.ts';
import { makeRows, rowsTable, stagedTable } from './staged.ts';

/** An extract's rows as a build finds them. */
export interface Extract {
  contract: Contract;
  /** What its rows were made from. */
  rows: string;
  gathered: Gathered | undefined;
  /** A query that gives who its rows are about, for the vault. */
  identities: string;
}

/** Makes `rows_<name>` for every extract. One of which no submission came or went is read from the snapshot before. */
export async function makeExtracts(m: Making): Promise<Extract[]> {
  const extracts: Extract[] = [];
  for (const contract of m.p.contracts) {
    const own = m.live.filter((r) => r.extract === contract.id);
    extracts.push(await makeExtract(m, contract, own));
  }
  return extracts;
}

async function makeExtract(m: Making, contract: Contract, own: Receipt[]): Promise<Extract> {
  const { p, session, before, scratch } = m;
  const ids = own.map((r) => r.id);
  const past = before?.extracts?.[contract.id];
  const erased = erasedReferences(m.gone);
  const rows = fingerprint(contract.fingerprint, ids, ...erased);
  const { staged, identities, gathered } = await gather(
    session,
    p.store,
    contract,
    ids,
    past?.gathered,
    erased,
    scratch,
  );
  const table = before?.tables[stagedTable(contract)];
  if (past?.rows === rows && table) await readRows(session, contract, await p.store.localPath(table.key));
  else await makeRows(session, contract, own, staged);
  return { contract, rows, gathered, identities };
}

const readRows = (session: Session, contract: Contract, path: string): Promise<void> =>
  session.run(
    `create or replace temp view ${ident(rowsTable(contract))} as select * exclude (child_ref) from read_parquet(${text(path)})`,
  );

/** What a snapshot keeps of its extracts. */
export const extractsOf = (extracts: readonly Extract[]): NonNullable<Snapshot['extracts']> =>
  Object.fromEntries(extracts.map(({ contract, rows, gathered }) => [contract.id, { rows, gathered }]));
