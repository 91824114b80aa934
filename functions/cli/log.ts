import type { Command } from 'commander';
import { textTable } from '../print/text-table.ts';
import { type Common, verb } from './verb.ts';
import { withExisting } from './with-partnership.ts';

export const log = (program: Command) => verb(program, 'log', 'list the snapshots, newest first').action(run);

async function run({ data, json }: Common): Promise<void> {
  const { listSnapshots } = await import('../../etl/snapshots/log.ts');
  const snapshots = await withExisting(data, listSnapshots);
  if (json) return console.log(JSON.stringify(snapshots));
  if (snapshots.length === 0) return console.log('There is no snapshot yet. Land files and build first.');
  const rows = snapshots.map((s) => [s.number, s.built_at, s.submissions.length, Object.keys(s.kpis).length, s.reason]);
  console.log(textTable(['snapshot', 'built at', 'submissions', 'KPIs', 'reason'], rows));
}
