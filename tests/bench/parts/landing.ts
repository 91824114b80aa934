import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../jobs.ts';
import type { Notices } from '../notices.ts';
import { type Line, seconds, whole } from '../report.ts';
import { median, run } from '../run.ts';
import { inFolder, type Settings } from '../settings.ts';

const LARGE = 5_000_000;

/** Large files beside the bare engine. */
export async function landing({ scratch, rows }: Settings): Promise<Line[]> {
  const lines: Line[] = [];
  for (const n of rows) lines.push(...(await inFolder(scratch, (folder) => landOne(scratch, folder, n))));
  return lines;
}

/** One file of a month, landed beside the bare engine's conversion: in turns, since a machine is faster now than then. */
async function landOne(scratch: string, folder: string, rows: number): Promise<Line[]> {
  const what = `${whole(rows)} rows`;
  const [copy, agency] = [join(folder, 'copy.csv'), join(folder, 'STAFFSPOL_PPN_202504.csv')];
  const notices: Notices = { first: 0, rows, firstDay: '2025-04-01', days: 30 };
  await run(scratch, 'generate', { files: [{ notices, copy, agency }] }, `making ${what}`);
  const [bare, ours]: [Result[], Result[]] = [[], []];
  for (let i = 0; i < (rows < LARGE ? 3 : 1); i++) {
    bare.push(await run(scratch, 'bareCopy', { from: copy, to: join(folder, 'bare.parquet') }, `bare copy of ${what}`));
    const data = join(folder, `data-${i}`);
    ours.push(await run(scratch, 'land', { data, paths: [agency] }, `landing ${what}`));
    rmSync(data, { recursive: true });
  }
  const [bareMs, oursMs] = [median(bare.map((r) => r.ms)), median(ours.map((r) => r.ms))];
  const { accepted, rejected, repeated, outcomes } = ours[0]! as unknown as Record<string, number>;
  const bareMb = Math.max(...bare.map((r) => r.peakMb));
  return [
    {
      what: `land ${what}`,
      took: seconds(oursMs),
      bare: seconds(bareMs),
      ratio: oursMs / bareMs,
      target: 'ratio at most 3.0',
      peakMb: Math.max(...ours.map((r) => r.peakMb)),
      notes: `${String(outcomes)}: ${whole(accepted!)} accepted, ${whole(rejected!)} rejected, ${whole(repeated!)} repeats; bare peak ${bareMb} MB`,
    },
  ];
}
