import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import type { Result } from './jobs.ts';

const HOME = fileURLToPath(new URL('../..', import.meta.url));
const TICK_MS = 5000;
const JOB = fileURLToPath(new URL('./job.ts', import.meta.url));

/** Runs a job in a fresh process, with a line of progress. What it says itself goes to the error output. */
export async function run(scratch: string, name: string, input: object, what = name): Promise<Result> {
  const output = join(scratch, `${randomUUID()}.json`);
  const began = Date.now();
  const tick = () => process.stderr.write(`${what}: ${Math.round((Date.now() - began) / 1000)} s\n`);
  const ticking = setInterval(tick, TICK_MS);
  const child = spawn(process.execPath, ['--import', 'tsx', JOB, name, JSON.stringify(input), output], {
    cwd: HOME,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(ticking);
  if (code !== 0) throw new Error(`The job "${what}" ended with ${String(code)}.`);
  const result = JSON.parse(readFileSync(output, 'utf8')) as Result;
  rmSync(output);
  return result;
}

/** The value in the middle. */
export const median = (values: number[]): number => percentile(values, 0.5);

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}
