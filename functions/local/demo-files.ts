import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDemo } from '../../etl/demo/demo.ts';
import type { Progress } from '../../etl/progress.ts';
import { DEMO_MARK } from '../../etl/partnership.ts';

/**
 * Writes the demo partnership's files where a data folder holds nothing yet, or where a first run was cut short.
 * The mark is written first and says of which day the demo is: what is landed under it is never taken for real children.
 * @returns the folder of the files, or undefined when there are data already
 */
export async function demoFiles(data: string, onProgress: Progress): Promise<string | undefined> {
  const mark = join(data, DEMO_MARK);
  if (existsSync(join(data, 'lake', '_log'))) return undefined;
  if (!existsSync(mark)) {
    if (await holdsFiles(data)) return undefined;
    await mkdir(data, { recursive: true, mode: 0o700 });
    await writeFile(mark, JSON.stringify({ seed: 1, today: new Date().toISOString() }));
  }
  const { seed, today } = JSON.parse(await readFile(mark, 'utf8')) as { seed: number; today: string };
  const folder = join(data, 'demo-files');
  await writeDemo(folder, {
    seed,
    today: new Date(today),
    onProgress: (done, total, what) => onProgress(done, total, `demo files, ${what}`),
  });
  return folder;
}

async function holdsFiles(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.some((entry) => entry.isFile());
}
