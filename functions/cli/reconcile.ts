import type { Command } from 'commander';
import { reconciledLine } from '../print/reconciled.ts';
import { type Common, verb } from './verb.ts';
import { withPartnership } from './with-partnership.ts';

export const reconcile = (program: Command) =>
  verb(
    program,
    'reconcile',
    'finish what was cut short: land what arrived, build, clear away what was left behind',
  ).action(run);

async function run({ data, json }: Common): Promise<void> {
  const etl = await import('../../etl/reconcile/reconcile.ts');
  const done = await withPartnership(data, (p) => etl.reconcile(p));
  console.log(json ? JSON.stringify(done) : reconciledLine(done));
  if (done.failed > 0) process.exitCode = 1;
}
