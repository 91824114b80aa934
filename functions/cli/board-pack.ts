import type { Command } from 'commander';
import { type Common, verb } from './verb.ts';
import { withExisting } from './with-partnership.ts';

interface Options extends Common {
  period: string;
  output: string;
}

export const boardPack = (program: Command) =>
  verb(program, 'board-pack', "make the board's papers of a quarter as a PDF, from what may be released to the board")
    .requiredOption('--period <quarter>', 'such as "2024-25 Q4"')
    .requiredOption('-o, --output <file>', 'the PDF to write')
    .action(run);

async function run({ data, json, period, output }: Options): Promise<void> {
  const { makeBoardPack } = await import('../board-pack.ts');
  const made = await withExisting(data, (p) => makeBoardPack(p, period, output));
  console.log(json ? JSON.stringify(made) : `Board pack of ${period}, snapshot ${made.snapshot}: ${output}`);
}
