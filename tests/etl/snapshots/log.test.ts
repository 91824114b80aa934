import { expect, it } from 'vitest';
import { listSnapshots, publish, type Snapshot } from '../../../etl/snapshots/log.ts';
import { folderStore } from '../../../etl/storage/folder.ts';
import { scratchFolder } from '../../partnerships.ts';

const content = (reason: string) => ({ reason }) as Omit<Snapshot, 'number' | 'parent' | 'txn'>;

it('gives each of twenty racing publishers a number of its own, and loses none', async () => {
  const store = folderStore(scratchFolder());
  const made = await Promise.all(Array.from({ length: 20 }, (_, i) => publish({ store }, content(`publisher ${i}`))));
  expect(made.map((s) => s.number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  const kept = await listSnapshots({ store });
  expect(kept.map((s) => s.number)).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i));
  expect(new Set(kept.map((s) => s.reason)).size).toBe(20);
  for (const s of kept) expect(s.parent).toBe(s.number === 1 ? null : s.number - 1);
});
