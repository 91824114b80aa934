import type { Command } from 'commander';
import { receiptLines } from '../print/receipts.ts';
import { type Common, verb } from './verb.ts';
import { withExisting } from './with-partnership.ts';

interface Options extends Common {
  extract?: string;
  period?: string;
}

export const check = (program: Command) =>
  verb(program, 'check', 'the verdict that landing would give, with nothing kept')
    .argument('<file>')
    .option('--extract <id>', 'the extract that the file is of, where the name does not say it')
    .option('--period <period>', 'the period that the file is of, where the name does not say it')
    .action(run);

async function run(path: string, { data, json, extract, period }: Options): Promise<void> {
  const etl = await import('../../etl/landing/land.ts');
  const receipt = await withExisting(data, (p) => etl.check(p, path, { extract, period }));
  console.log(json ? JSON.stringify(receipt) : receiptLines([receipt]));
  if (receipt.outcome === 'refused') process.exitCode = 1;
}
