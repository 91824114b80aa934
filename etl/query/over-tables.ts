import type { Session } from '../engines/engine.ts';
import { viewer } from '../engines/lake.ts';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import type { Snapshot } from '../snapshots/log.ts';

/**
 * Asks of the tables that were kept with a snapshot, so that what is answered is of the same rows as its KPIs.
 * Only counts may leave `ask`: these tables have a row for each child.
 * @throws SafeguardingError (not-found) for a table that the snapshot does not have, or whose rows went when somebody was erased
 */
export async function overTables<T>(
  p: Partnership,
  { number, tables }: Pick<Snapshot, 'number' | 'tables'>,
  names: readonly string[],
  ask: (session: Session) => Promise<T>,
): Promise<T> {
  const lacking = names.find((name) => !Object.hasOwn(tables, name));
  if (lacking)
    throw new SafeguardingError('not-found', `Snapshot ${number} has no table "${lacking}", which this is made from.`);
  const session = await p.engine.session();
  try {
    const view = viewer(session, p.store);
    for (const name of names) await view(name, tables[name]!.key);
    return await ask(session);
  } catch (error) {
    const keys = names.map((name) => tables[name]!.key);
    const there = await Promise.all(keys.map((key) => p.store.modified(key)));
    if (there.every(Boolean)) throw error;
    throw new SafeguardingError(
      'not-found',
      `The rows behind snapshot ${number} went when somebody was erased, so only its figures can be asked. Ask the current snapshot.`,
    );
  } finally {
    session.close();
  }
}
