import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { receiptLines } from '../print/receipts.ts';
import { type Common, verb } from './verb.ts';
import { withPartnership } from './with-partnership.ts';

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
  const receipt = await inFolder(data, (folder) =>
    withPartnership(folder, (p) => etl.check(p, path, { extract, period })),
  );
  console.log(json ? JSON.stringify(receipt) : receiptLines([receipt]));
  if (receipt.outcome === 'refused') process.exitCode = 1;
}

/** A contract is tried before there is any data: where there is no folder, one is made for the moment. */
async function inFolder<T>(data: string, work: (folder: string) => Promise<T>): Promise<T> {
  if (existsSync(data)) return work(data);
  const made = mkdtempSync(join(tmpdir(), 'safeguarding-'));
  try {
    return await work(made);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
