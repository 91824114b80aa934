import type { Column, Contract } from '../contract.ts';
import { ident, type Session, text } from '../engines/engine.ts';
import type { Mac } from '../vault/mac.ts';
import { raw, rowKey } from './cells.ts';

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
  // Written out, not as the column of that name: it is then made for the few rows that need it alone.
  const alone = `'row:${contract.id}:' || ${rowKey(contract)}`;
  const child = {
    column: 'source_ref',
    purpose: `child/${contract.agency}`,
    of: local ? `coalesce(upper(${raw(local)}), ${alone})` : alone,
  };
  const events = contract.columns.filter((c): c is Column & { reference: string } => c.reference !== null);
  return [child, ...events.map((c) => ({ column: c.name, purpose: `event/${c.reference}`, of: `upper(${raw(c)})` }))];
}

const variable = (column: string) => `key ${column}`;

/** Loads the keys from which the references of a contract's rows are made. */
export async function loadReferenceKeys(session: Session, contract: Contract, mac: Mac): Promise<void> {
  for (const { column, purpose } of referencesOf(contract))
    await session.run(`set variable ${ident(variable(column))} = ?`, [(await mac.key(purpose)).toString('hex')]);
}

/** A reference as SQL: a keyed hash of what it is of, null when that is. */
export const keyedReference = ({ column, of }: Reference) => `keyed(${of}, getvariable(${text(variable(column))}))`;
