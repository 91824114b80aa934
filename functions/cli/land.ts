import type { Command } from 'commander';
import { assertNotIntoDemo } from '../demo-folder.ts';
import { receiptLines } from '../print/receipts.ts';
import { progressLine } from './progress.ts';
import { type Common, verb } from './verb.ts';
import { withPartnership } from './with-partnership.ts';

interface Options extends Common {
  extract?: string;
  period?: string;
  again?: boolean;
}

export const land = (program: Command) =>
  verb(program, 'land', 'receive files, check and pseudonymise them, print their receipts')
    .argument('<path...>', 'files, or folders of files')
    .option('--extract <id>', 'the extract that the files are of, where neither name nor folder says it')
    .option('--period <period>', 'the period that the files are of, where the name does not say it')
    .option('--again', 'land files although they were withdrawn')
    .action(run);

/** A sender chooses a file's name: what would steer a terminal is shown as \u{...}. */
const printable = (name: string) =>
  name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`);

async function run(paths: string[], { data, json, extract, period, again }: Options): Promise<void> {
  const etl = await import('../../etl/landing/land.ts');
  const progress = progressLine();
  const leftAlone: string[] = [];
  const unreadable: string[] = [];
  const options = {
    extract,
    period,
    again,
    onProgress: progress.show,
    onLeftAlone: (path: string) => leftAlone.push(path),
    onUnreadable: (error: Error) => unreadable.push(error.message),
  };
  const receipts = await withPartnership(data, (p) => {
    assertNotIntoDemo(p, paths);
    return etl.land(p, paths, options);
  }).finally(progress.end);
  if (leftAlone.length > 0)
    console.error(`Left alone, as no contract knows their names:\n  ${leftAlone.map(printable).join('\n  ')}`);
  console.log(json ? JSON.stringify(receipts) : receiptLines(receipts));
  for (const message of unreadable) console.error(`Not landed. ${printable(message)}`);
  if (unreadable.length > 0 || receipts.some((receipt) => receipt.outcome === 'refused')) process.exitCode = 1;
}
