import type { Contract } from '../contract.ts';
import { readSql } from '../files.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import { keys, type Receipt } from '../landing/receipt.ts';
import type { Store } from '../storage/store.ts';

/** Makes what linking reads: `identity` (from the vault) and `event_of` (which reference each event of two agencies belongs to). */
export async function viewIdentities(
  session: Session,
  store: Store,
  contracts: readonly Contract[],
  live: readonly Receipt[],
): Promise<void> {
  const files = await Promise.all(live.map((r) => store.localPath(keys.identities(r.extract!, r.id))));
  await session.run(readSql(import.meta.url, './identity.sql'));
  if (files.length > 0)
    await session.run(`insert into identity by name select * from read_parquet([${files.map(text).join(', ')}])`);
  const events = contracts.flatMap((contract) =>
    contract.columns
      .filter((c) => c.reference !== null)
      .map(
        (c) =>
          `select distinct ${text(contract.agency)} as agency, source_ref, ${text(c.reference!)} as domain, ${ident(c.name)} as event_ref from ${ident(`staged_${contract.table}`)} where ${ident(c.name)} is not null`,
      ),
  );
  const none = `select '' as agency, '' as source_ref, '' as domain, '' as event_ref where false`;
  await session.run(`create or replace temp view event_of as ${[none, ...events].join(' union all ')}`);
}
