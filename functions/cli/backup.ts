import type { Command } from 'commander';
import { progressLine } from './progress.ts';
import { type Common, verb } from './verb.ts';
import { withExisting } from './with-partnership.ts';

export const backup = (program: Command) =>
  verb(program, 'backup', 'copy all data into a new folder, which is then as identifiable as they are')
    .argument('<folder>')
    .action(run);

async function run(folder: string, { data, json }: Common): Promise<void> {
  const { backUp } = await import('../../etl/backup/backup.ts');
  const progress = progressLine();
  const { made_at, snapshot, objects } = await withExisting(data, (p) => backUp(p, folder, progress.show)).finally(
    progress.end,
  );
  const count = Object.keys(objects).length;
  console.log(
    json
      ? JSON.stringify({ made_at, snapshot, objects: count })
      : `Backed up: ${count} objects, ${snapshot === null ? 'no snapshot yet' : `up to snapshot ${snapshot}`}. The folder says who children are and holds the key: keep it as restricted as the vault.`,
  );
}
