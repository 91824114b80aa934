import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchIn } from '../../../etl/storage/scratch.ts';
import { scratchFolder } from '../../partnerships.ts';

it('is gone when the work is done, and when it fails', async () => {
  const scratch = await scratchIn(scratchFolder());
  const seen: string[] = [];
  await scratch(async (folder) => void seen.push(folder));
  await expect(
    scratch(async (folder) => {
      seen.push(folder);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(seen.map(existsSync)).toEqual([false, false]);
});

it('clears away what a killed process left, and not what another one is working on', async () => {
  const root = scratchFolder();
  for (const name of ['work-old', 'work-new', 'spill-resting']) {
    mkdirSync(join(root, name));
    if (name !== 'spill-resting') writeFileSync(join(root, name, 'rows.csv'), 'rows');
  }
  const hoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const name of ['work-old', 'spill-resting']) utimesSync(join(root, name), hoursAgo, hoursAgo);
  await scratchIn(root);
  expect(readdirSync(root)).toEqual(['spill-resting', 'work-new']);
});
