import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { scratchFolder } from '../partnerships.ts';
import type { Line } from './report.ts';

// How long anything takes is not asserted: only that every part runs and tells what it did.
it('measures every part, with few rows', async () => {
  const [scratch, out] = [scratchFolder(), scratchFolder()];
  const few = [
    '--rows',
    '1000',
    '--facts',
    '1200',
    '--months',
    '3',
    '--requests',
    '3',
    '--history',
    '3',
    '--rows-a-day',
    '5',
    '--visits',
    '2',
    '--children',
    '500',
    '--years',
    '1',
  ];
  const args = [
    '--import',
    'tsx',
    'tests/bench/bench.ts',
    ...few,
    '--scratch',
    scratch,
    '--json',
    join(out, 'bench.json'),
  ];
  await promisify(execFile)(process.execPath, args, { env: { ...process.env, AGENCY_FILES: out } });
  expect(readdirSync(scratch)).toEqual([]);

  const { machine, lines } = JSON.parse(readFileSync(join(out, 'bench.json'), 'utf8')) as {
    machine: { cores: number };
    lines: Line[];
  };
  expect(machine.cores).toBeGreaterThan(0);
  expect(lines[0]).toMatchObject({
    what: 'land 1,000 rows',
    notes: expect.stringContaining('accepted with rejects: 988 accepted, 10 rejected, 2 repeats'),
  });
  expect(lines.filter((line) => line.ratio !== undefined)).toHaveLength(10);
  expect(lines.map((line) => line.what)).toEqual(
    expect.arrayContaining([
      'build from 1,200 rows in 3 files',
      'ppn-received, 1,185 facts, API over HTTP',
      'the demo of 500 children, from files to snapshot',
      'one more file after 3 daily files, until the API shows it',
      '/missing, first chart',
      '/missing, filter seen before, CPU x4',
      'scripts of the overview, and of charts, packed',
    ]),
  );
}, 480_000);
