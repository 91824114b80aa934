// A snapshot of plain rows: what is asked of kept tables, without building any.
import { join } from 'node:path';
import type { Partnership } from '../../../etl/partnership.ts';
import { ident, text } from '../../../etl/engines/engine.ts';
import type { Snapshot } from '../../../etl/snapshots/log.ts';
import { emptyPartnership, scratchFolder } from '../../partnerships.ts';

type Cell = string | null;
export interface Kept {
  p: Partnership;
  snapshot: Snapshot;
}

/** Columns of the tables, with the types that the models give them. */
const COLUMNS: Record<string, string> = {
  mace_open: 'child_ref varchar, position_on date',
  missing_episode: 'child_ref varchar, reported_on date, age_band varchar',
  ppn: 'child_ref varchar, notice_ref varchar, created_on date, incident_on date, triaged_on date, outcome varchar, risk varchar, town varchar, age_band varchar',
  cp_plan: 'child_ref varchar, start_on date, end_on date',
  contact: 'child_ref varchar, contact_on date',
  referral: 'child_ref varchar, referral_on date, age_band varchar',
  concern: 'child_ref varchar, started_on date, age_band varchar',
};

/**
 * Keeps rows as the tables of a snapshot.
 * @param tables rows by table, each with the columns above in their order
 * @param rest what else the snapshot says
 */
export async function kept(tables: Record<string, Cell[][]>, rest: Partial<Snapshot>): Promise<Kept> {
  const p = await emptyPartnership();
  const session = await p.engine.session();
  const made: Snapshot['tables'] = {};
  for (const name of Object.keys(COLUMNS)) {
    const columns = COLUMNS[name]!.split(', ').map((column) => column.split(' ') as [string, string]);
    await session.load(
      name,
      columns.map(([column]) => column),
      tables[name] ?? [],
    );
    const path = join(scratchFolder(), `${name}.parquet`);
    const typed = columns.map(([column, type]) => `cast(${ident(column)} as ${type}) as ${ident(column)}`);
    await session.run(`copy (select ${typed.join(', ')} from ${ident(name)}) to ${text(path)} (format parquet)`);
    await p.store.putFile(`lake/tables/${name}.parquet`, path);
    made[name] = { key: `lake/tables/${name}.parquet`, rows: tables[name]?.length ?? 0 };
  }
  session.close();
  return { p, snapshot: { number: 1, tables: made, kpis: {}, coverage: {}, submissions: [], ...rest } as Snapshot };
}
