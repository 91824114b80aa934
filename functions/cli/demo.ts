import { join } from 'node:path';
import type { Command } from 'commander';
import { progressLine } from './progress.ts';
import { type Common, verb, whole } from './verb.ts';

interface Options extends Common {
  out?: string;
  children?: number;
  years?: number;
  seed?: number;
}

export const demo = (program: Command) =>
  verb(program, 'demo', "write the demo partnership's agency files: invented children, not landed")
    .option('--out <dir>', 'where to write them (default: demo-files in the data folder)')
    .option('--children <n>', 'children in the city', whole(1))
    .option('--years <n>', 'financial years, the current one included', whole(1))
    .option('--seed <n>', 'another seed makes other children', whole(0))
    .action(run);

async function run({ data, json, out, children, years, seed }: Options): Promise<void> {
  const { writeDemo } = await import('../../etl/demo/demo.ts');
  const folder = out ?? join(data, 'demo-files');
  const progress = progressLine();
  const files = await writeDemo(folder, {
    children,
    years,
    seed,
    onProgress: (done, total, what) => progress.show(done, total, `demo files, ${what}`),
  }).finally(progress.end);
  console.log(json ? JSON.stringify({ folder, files }) : `Wrote ${files.length} files to ${folder}`);
}
