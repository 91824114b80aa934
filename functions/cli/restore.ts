import type { Command } from 'commander';
import { progressLine } from './progress.ts';
import { type Common, verb } from './verb.ts';
import { withPartnership } from './with-partnership.ts';

export const restore = (program: Command) =>
  verb(
    program,
    'restore',
    'bring back from a backup every zone that is empty: all of a new data folder, or a lake that was lost',
  )
    .argument('<folder>')
    .action(run);

async function run(folder: string, { data, json }: Common): Promise<void> {
  const etl = await import('../../etl/backup/restore.ts');
  const progress = progressLine();
  const { manifest, zones, left, objects } = await withPartnership(data, (p) =>
    etl.restore(p, folder, progress.show),
  ).finally(progress.end);
  const { made_at, snapshot } = manifest;
  if (json) return console.log(JSON.stringify({ made_at, snapshot, zones, left, objects }));
  console.log(
    `Restored: ${objects} objects of ${zones.join(', ')} as of ${made_at}, snapshot ${snapshot ?? '(none)'}.`,
  );
  if (left.length > 0) console.log(`Left as they were, since something is in them: ${left.join(', ')}.`);
  console.log('What was sent since then is landed by: safeguarding reconcile');
}
