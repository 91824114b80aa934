import type { Command } from 'commander';
import { type Common, verb, whole } from './verb.ts';
import { withExisting } from './with-partnership.ts';

interface Options extends Common {
  period: string;
  measure: string[];
  asAt?: number;
  output: string;
}

export const boardPack = (program: Command) =>
  verb(program, 'board-pack', "make the board's papers of a period as a PDF, from what may be released to the board")
    .requiredOption('--period <period>', 'a quarter, month or year, such as "2024-25 Q4", 2025-03 or 2024-25')
    .option(
      '--measure <kpi,...>',
      'KPIs that have a sheet, beside those worse than usual',
      (text) => text.split(','),
      [],
    )
    .option('--as-at <snapshot>', 'make it of the release of this snapshot', whole(1))
    .requiredOption('-o, --output <file>', 'the PDF to write')
    .action(run);

async function run({ data, json, period, measure: measures, asAt: snapshot, output }: Options): Promise<void> {
  const { makeBoardPack } = await import('../board-pack.ts');
  const made = await withExisting(data, (p) => makeBoardPack(p, { period, measures, snapshot }, output));
  if (json) return console.log(JSON.stringify(made));
  const sheets = made.sheets.length > 0 ? made.sheets.join(', ') : 'none';
  console.log(`Board pack of ${period}, snapshot ${made.snapshot}, sheets: ${sheets}: ${output}`);
}
