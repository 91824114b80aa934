import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addMonths } from '../../../etl/periods.ts';
import { type Line, seconds, whole } from '../report.ts';
import { run } from '../run.ts';
import { inFolder, type Settings } from '../settings.ts';

/** Monthly files of some years, built, and KPIs asked in many ways. */
export const kpi = ({ scratch, facts, months, requests }: Settings): Promise<Line[]> =>
  inFolder(scratch, async (folder) => {
    const [data, rows] = [join(folder, 'data'), Math.ceil(facts / months)];
    const files = Array.from({ length: months }, (_, i) => {
      const firstDay = addMonths('2015-04-01', i);
      const name = `STAFFSPOL_PPN_${firstDay.slice(0, 7).replace('-', '')}.csv`;
      const notices = { first: i * Math.ceil(rows / 3000) * 3000, rows, firstDay, days: 28 };
      return { notices, copy: join(folder, 'copy.csv'), agency: join(folder, 'police-ppn', name) };
    });
    mkdirSync(join(folder, 'police-ppn'));
    await run(scratch, 'generate', { files }, `making ${whole(facts)} rows in ${months} files`);
    const landed = await run(scratch, 'land', { data, paths: [join(folder, 'police-ppn')] }, `landing ${months} files`);
    const built = await run(scratch, 'build', { data }, `building from ${whole(facts)} rows`);
    const what = `${whole(facts)} rows in ${months} files`;
    const lines: Line[] = [
      { what: `land ${what}`, took: seconds(landed.ms), peakMb: landed.peakMb },
      { what: `build from ${what}`, took: seconds(built.ms), peakMb: built.peakMb },
    ];
    for (const id of ['ppn-received', 'ppn-repeat-12m', 'ppn-notices'])
      lines.push(...(await asked(scratch, data, id, requests)));
    return lines;
  });

interface Told {
  p50: number;
  p95: number;
  p99: number;
}

async function asked(scratch: string, data: string, id: string, requests: number): Promise<Line[]> {
  const result = await run(scratch, 'query', { data, kpi: id, requests }, `asking ${id}`);
  const { facts, bare, api, http } = result as unknown as { facts: number } & Record<'bare' | 'api' | 'http', Told>;
  const ms = (n: number) => `${n.toFixed(1)} ms`;
  const line = (way: string, told: Told): Line => ({
    what: `${id}, ${whole(facts)} facts, ${way}`,
    took: ms(told.p50),
    bare: ms(bare.p50),
    ratio: told.p50 / bare.p50,
    target: 'ratio at most 1.5, p99 below 50 ms',
    peakMb: result.peakMb,
    notes: `p95 ${ms(told.p95)}, p99 ${ms(told.p99)}; bare p95 ${ms(bare.p95)}, p99 ${ms(bare.p99)}`,
  });
  return [line('API in process', api), line('API over HTTP', http)];
}
