import { ident } from '../engines/engine.ts';
import type { Snapshot } from '../snapshots/log.ts';
import { fingerprint } from './fingerprint.ts';
import type { Making } from './making.ts';
import { keepTable, wouldBe, write } from './table.ts';

/** Makes the table `coverage` (extract, covered_from, covered_to) that models and KPIs can read. */
export async function makeCoverage(m: Making, covers: Snapshot['coverage']): Promise<Snapshot['tables'][string]> {
  const { p, session, before, scratch } = m;
  const made = fingerprint(covers);
  const past = before?.tables.coverage;
  if (wouldBe(past, made)) return past;
  const rows = Object.entries(covers).flatMap(([extract, days]) => days.map((d) => [extract, d.from, d.to]));
  await session.load('coverage_text', ['extract', 'covered_from', 'covered_to'], rows);
  const days = ['covered_from', 'covered_to'].map((name) => `cast(${ident(name)} as date) as ${ident(name)}`);
  const written = await write(session, scratch, 'coverage', `select extract, ${days.join(', ')} from coverage_text`);
  return keepTable(session, p.store, 'tables', 'coverage', written, made);
}
