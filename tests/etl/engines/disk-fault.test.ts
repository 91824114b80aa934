import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../../etl/engines/engine.ts';
import { diskFault } from '../../../etl/engines/disk-fault.ts';
import { duckdb } from '../../../etl/engines/duckdb.ts';
import { scratchFolder } from '../../partnerships.ts';

const FULL = {
  kind: 'unavailable',
  message: expect.stringMatching(/^The disk of the data folder is full\. Make room/),
};

describe('an engine that finds no room', () => {
  let session: Session;
  let close: () => void;
  beforeAll(async () => {
    const engine = await duckdb(join(scratchFolder(), 'spill'));
    session = await engine.session();
    close = () => (session.close(), engine.close());
  });
  afterAll(() => close());

  // A link of our own leads there, since an engine may remove what it could not write.
  it.skipIf(!existsSync('/dev/full'))('for a file says so, and no path', async () => {
    const link = join(scratchFolder(), 'CANARY.parquet');
    symlinkSync('/dev/full', link);
    const copy = `copy (select i from range(100000) t(i)) to '${link}' (format parquet, use_tmp_file false)`;
    await expect(session.run(copy)).rejects.toMatchObject(FULL);
    await expect(session.rows(copy)).rejects.toMatchObject(FULL);
  });

  it('for rows that memory cannot hold says so', async () => {
    await session.run("set memory_limit = '50MB'");
    await session.run("set max_temp_directory_size = '1MB'");
    const rows = function* () {
      for (let i = 0; i < 600_000; i++) yield [`${i} CANARY ${'x'.repeat(150)} ${i * 7919}`];
    };
    await expect(session.load('wide', ['name'], rows())).rejects.toMatchObject(FULL);
    const big = 'create temp table big as select md5(cast(i as varchar)) as name from range(3000000) as t(i)';
    await expect(session.run(big)).rejects.toMatchObject(FULL);
  });
});

const about = (words: string) => diskFault(new Error(words));

it.each([
  ['IO Error: Could not write file "/home/CANARY": No space left on device', 'is full'],
  ['IO Error: Could not write all bytes to file "/home/CANARY": wanted=9 wrote=4', 'is full'],
  ['IO Error: Could not write file "/home/CANARY": Disk quota exceeded', 'is full'],
  ['IO Error: Cannot open file "/home/CANARY": Permission denied', 'may not be read or written'],
  ['IO Error: Cannot open file "/home/CANARY": Read-only file system', 'can only be read'],
  ['IO Error: Could not read from file "/home/CANARY": Input/output error', 'does not answer'],
  ['IO Error: Cannot open file "/home/CANARY": Too many open files', 'Too many files'],
])('is told without its path: %s', (words, says) => {
  expect(about(words)).toMatchObject({ kind: 'unavailable', message: expect.stringContaining(says) });
  expect((about(words) as Error).message).not.toContain('CANARY');
});

it.each([
  "Conversion Error: Could not convert string 'IO Error: x: No space left on device' to INT32",
  'IO Error: No files found that match the pattern "No space left on device"',
  'Out of Memory Error: could not allocate block of size 256 KiB',
])('does not take another error for a fault of the disk: %s', (words) => {
  const error = new Error(words);
  expect(diskFault(error)).toBe(error);
});
