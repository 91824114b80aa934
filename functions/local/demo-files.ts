import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDemo } from '../../etl/demo/demo.ts';
import type { Progress } from '../../etl/progress.ts';
import { DEMO_MARK } from '../../etl/partnership.ts';

export interface DemoFiles {
  /** In order of period. */
  paths: string[];
  /** The day that the demo is of. */
  today: string;
}

interface Mark {
  seed: number;
  today: string;
}

/**
 * Writes the demo partnership's files where a data folder holds nothing yet, or where a first run was cut short.
 * The mark is written first and says of which day the demo is: what is landed under it is never taken for real children.
 * @returns undefined when there are data already
 */
export async function demoFiles(data: string, onProgress: Progress): Promise<DemoFiles | undefined> {
  const mark = join(data, DEMO_MARK);
  if (!existsSync(mark)) {
    if (await holdsFiles(data)) return undefined;
    await mkdir(data, { recursive: true, mode: 0o700 });
    await writeFile(mark, JSON.stringify({ seed: 1, today: new Date().toISOString() } satisfies Mark));
  }
  const { seed, today } = JSON.parse(await readFile(mark, 'utf8')) as Mark;
  if (await isBuilt(data, today)) return undefined;
  const paths = await writeDemo(join(data, 'demo-files'), {
    seed,
    today: new Date(today),
    onProgress: (done, total, what) => onProgress(done, total, `demo files, ${what}`),
  });
  return { paths, today: today.slice(0, 10) };
}

/** A first run ends with a snapshot of its own day. One of before is all that is left of a run that was cut short. */
async function isBuilt(data: string, today: string | undefined): Promise<boolean> {
  const log = join(data, 'lake', '_log');
  const last = existsSync(log) ? (await readdir(log)).toSorted().at(-1) : undefined;
  if (!last) return false;
  const { built_at } = JSON.parse(await readFile(join(log, last), 'utf8')) as { built_at: string };
  return today === undefined || built_at >= today;
}

async function holdsFiles(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.some((entry) => entry.isFile());
}
