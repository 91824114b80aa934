import type { Column, Contract } from '../contract.ts';
import { type Session, text } from '../engines/engine.ts';
import type { Mac } from '../vault/mac.ts';
import { raw } from './cells.ts';

/** A keyed reference that takes the place of an identifier: what it is of, and the SQL text it is made from. */
export interface Reference {
  column: string;
  purpose: string;
  of: string;
}

/**
 * What a contract's rows refer to: the child (by the agency's own id) and events (by the agency's keys).
 * A row without the agency's id of the child stands for a child of its own, so that the event still counts.
 */
export function referencesOf(contract: Contract): Reference[] {
  const local = contract.columns.find((c) => c.roles.includes('local-id'));
  const alone = `'row:${contract.id}:' || row_key`;
  const child = {
    column: 'source_ref',
    purpose: `child/${contract.agency}`,
    of: local ? `coalesce(upper(${raw(local)}), ${alone})` : alone,
  };
  const events = contract.columns.filter((c): c is Column & { reference: string } => c.reference !== null);
  return [child, ...events.map((c) => ({ column: c.name, purpose: `event/${c.reference}`, of: `upper(${raw(c)})` }))];
}

/** Makes the table `refs` (purpose, value, ref): a keyed hash of each distinct value, not of each row. */
export async function loadReferences(session: Session, contract: Contract, mac: Mac): Promise<void> {
  const rows: [string, string, string][] = [];
  for (const { purpose, of } of referencesOf(contract)) {
    const values = (
      await session.rows<{ value: string }>(`select distinct ${of} as value from accepted where ${of} is not null`)
    ).map((r) => r.value);
    mac.refs(purpose, values).forEach((ref, i) => rows.push([purpose, values[i]!, ref]));
  }
  await session.load('refs', ['purpose', 'value', 'ref'], rows);
}

/** The join that gives reference number `i` as `r<i>.ref`. */
export const joinReference = (reference: Reference, i: number) =>
  `left join (select value, ref from refs where purpose = ${text(reference.purpose)}) r${i} on r${i}.value = ${reference.of}`;
