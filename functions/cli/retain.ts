import type { Command } from 'commander';
import { retentionLines } from '../print/retention.ts';
import { recordHere } from './record-here.ts';
import { type Common, verb } from './verb.ts';
import { withExisting } from './with-partnership.ts';

interface How extends Common {
  dryRun?: true;
}

export const retain = (program: Command) =>
  verb(program, 'retain', 'remove what has been kept for as long as partnership.yaml says')
    .option('--dry-run', 'only say what would go')
    .action(run);

async function run({ data, json, dryRun }: How): Promise<void> {
  const etl = await import('../../etl/retention/retain.ts');
  const report = await withExisting(data, async (p) => {
    if (!dryRun) await recordHere(p, 'retain', 'files and snapshots that were kept long enough');
    return etl.retain(p, { dryRun });
  });
  console.log(json ? JSON.stringify(report) : retentionLines(report));
}
