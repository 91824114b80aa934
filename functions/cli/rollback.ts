import type { Command } from 'commander';
import { type Common, verb, whole } from './verb.ts';
import { withExisting } from './with-partnership.ts';

export const rollback = (program: Command) =>
  verb(program, 'rollback', 'go back to a snapshot, by publishing it again under a new number')
    .argument('<number>', 'the snapshot to go back to', whole(1))
    .action(run);

async function run(number: number, { data, json }: Common): Promise<void> {
  const etl = await import('../../etl/snapshots/log.ts');
  const snapshot = await withExisting(data, (p) => etl.rollback(p, number));
  console.log(json ? JSON.stringify(snapshot) : `Snapshot ${snapshot.number} is snapshot ${number} again.`);
}
