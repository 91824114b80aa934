import type { Command } from 'commander';
import { progressLine } from './progress.ts';
import { type Common, verb } from './verb.ts';
import { withPartnership } from './with-partnership.ts';

export const build = (program: Command) =>
  verb(program, 'build', 'link children, run the models and KPIs, publish a snapshot').action(run);

async function run({ data, json }: Common): Promise<void> {
  const etl = await import('../../etl/build/build.ts');
  const progress = progressLine();
  const snapshot = await withPartnership(data, (p) => etl.build(p, progress.show)).finally(progress.end);
  const { number, submissions, tables, kpis, redone } = snapshot;
  console.log(
    json
      ? JSON.stringify(snapshot)
      : `Snapshot ${number}: ${submissions.length} submissions, ${Object.keys(kpis).length} KPIs. Made anew: ${redone?.length ?? 0} of ${Object.keys(tables).length + Object.keys(kpis).length} tables and KPIs.`,
  );
}
