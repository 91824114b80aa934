import { ident, type Session } from '../engines/engine.ts';
import type { Snapshot } from '../snapshots/log.ts';

/** Makes the table `coverage` (extract, covered_from, covered_to) that models and KPIs can read. */
export async function loadCoverage(session: Session, covers: Snapshot['coverage']): Promise<void> {
  const rows = Object.entries(covers).flatMap(([extract, days]) => days.map((d) => [extract, d.from, d.to]));
  await session.load('coverage_text', ['extract', 'covered_from', 'covered_to'], rows);
  const days = ['covered_from', 'covered_to'].map((name) => `cast(${ident(name)} as date) as ${ident(name)}`);
  await session.run(`create or replace temp table coverage as select extract, ${days.join(', ')} from coverage_text`);
}
