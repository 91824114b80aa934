import type { Contract } from '../contract.ts';
import { readSql } from '../files.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import { rowsTable } from './staged.ts';

/**
 * Makes what linking reads: `identity` (from the vault) and `event_of` (which reference each event of two agencies belongs to).
 * @param identities queries that give who the rows of each extract are about
 */
export async function viewIdentities(
  session: Session,
  contracts: readonly Contract[],
  identities: readonly string[],
): Promise<void> {
  await session.run(readSql(import.meta.url, './identity.sql'));
  for (const query of identities)
    await session.run(`insert into identity by name select distinct * exclude (submission) from (${query})`);
  const events = contracts.flatMap((contract) =>
    contract.columns
      .filter((c) => c.reference !== null)
      .map(
        (c) =>
          `select distinct ${text(contract.agency)} as agency, source_ref, ${text(c.reference!)} as domain, ${ident(c.name)} as event_ref from ${ident(rowsTable(contract))} where ${ident(c.name)} is not null`,
      ),
  );
  const none = `select '' as agency, '' as source_ref, '' as domain, '' as event_ref where false`;
  await session.run(`create or replace temp view event_of as ${[none, ...events].join(' union all ')}`);
}
