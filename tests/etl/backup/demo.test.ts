// Invented children stay known as invented, wherever a backup of them goes; and never meet real ones.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backUp } from '../../../etl/backup/backup.ts';
import { restore } from '../../../etl/backup/restore.ts';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { DEMO_MARK, openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { currentSnapshot } from '../../../etl/snapshots/log.ts';
import { assertNotIntoDemo } from '../../../functions/demo-folder.ts';
import { sent, smallHouse } from '../../faults/small-house.ts';
import { scratchFolder } from '../../partnerships.ts';

const home = smallHouse();
const MARK = '{"seed":1,"today":"2025-06-01T09:00:00.000Z"}';

/** A data folder, opened for some work. */
async function opened<T>(data: string, work: (p: Partnership) => Promise<T>): Promise<T> {
  const p = await openPartnership({ data, home });
  return work(p).finally(() => p.close());
}

const demoFolder = (): string => {
  const data = scratchFolder();
  writeFileSync(join(data, DEMO_MARK), MARK);
  return data;
};

/** A backup of a data folder in which a file was landed and built. */
async function backupOf(data: string): Promise<string> {
  const folder = join(scratchFolder(), 'backup');
  await opened(data, async (p) => {
    await land(p, [sent().first]);
    await build(p);
    await backUp(p, folder);
  });
  return folder;
}

it('a backup of the demo is restored as the demo, and takes no real children', async () => {
  const [backup, data] = [await backupOf(demoFolder()), scratchFolder()];
  await opened(data, (p) => restore(p, backup));
  expect(readFileSync(join(data, DEMO_MARK), 'utf8')).toBe(MARK);
  await opened(data, async (p) => {
    expect([p.synthetic, (await currentSnapshot(p))?.synthetic]).toEqual([true, true]);
    expect(() => assertNotIntoDemo(p, [sent().later])).toThrow('whose children are invented');
  });
});

it('a backup of the demo is known as the demo from the first object on, where a restore was cut short', async () => {
  const [backup, data] = [await backupOf(demoFolder()), scratchFolder()];
  await opened(data, async (p) => {
    const store = { ...p.store, put: () => Promise.reject(new Error('cut')) };
    await expect(restore({ ...p, store }, backup)).rejects.toThrow('cut');
  });
  expect(readFileSync(join(data, DEMO_MARK), 'utf8')).toBe(MARK);
  await opened(data, (p) => restore(p, backup));
});

it('a backup of the demo never meets real children, nor theirs the demo', async () => {
  const [demo, real] = [await backupOf(demoFolder()), await backupOf(scratchFolder())];
  const listed = (p: Partnership) => p.store.list('lake/');

  await opened(scratchFolder(), async (p) => {
    await p.store.put('audit/0000000001.json', '{}');
    await expect(restore(p, demo)).rejects.toThrow('mixed');
    expect(await listed(p)).toEqual([]);
  });
  await opened(demoFolder(), async (p) => {
    await expect(restore(p, real)).rejects.toThrow('mixed');
    expect(await listed(p)).toEqual([]);
    await restore(p, demo);
    expect(await listed(p)).not.toEqual([]);
  });
  await opened(scratchFolder(), async (p) => {
    await restore(p, real);
    expect((await currentSnapshot(p))?.synthetic).toBe(false);
  });
});
