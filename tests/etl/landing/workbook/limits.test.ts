// A workbook that is too much for its reader is refused, and the next one is read.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { WORKER_LIMITS } from '../../../../etl/landing/workbook/limits.ts';
import { workbookReader } from '../../../../etl/landing/workbook/in-worker.ts';
import { book, cells, sharedStrings } from '../../../hostile/workbook.ts';
import { scratchFolder } from '../../../partnerships.ts';

const folder = scratchFolder();
const job = (name: string, content: Buffer) => {
  const workbook = join(folder, `${name}.xlsx`);
  writeFileSync(workbook, content);
  return { workbook, csv: join(folder, `${name}.csv`), sheet: null, headerRow: 2, cell: null };
};
const small = job('small', book([cells(1)]));
const strings = Array.from({ length: 700_000 }, (_, i) => `<si><t>${i} is the number of a text</t></si>`).join('');
const large = job(
  'large',
  book([cells(1)], { 'xl/sharedStrings.xml': sharedStrings('').replace(/<si>.*<\/si>/, strings) }),
);
const refusal = expect.objectContaining({ rule: 'workbook too large' });

it.each([
  ['time', { ...WORKER_LIMITS, seconds: 0.05 }],
  ['memory', { ...WORKER_LIMITS, heapMegabytes: 40 }],
])('refuses what takes too much %s, and reads the next', async (_what, limits) => {
  const [slow, sound] = [workbookReader(limits), workbookReader()];
  await expect(slow(large)).rejects.toEqual(refusal);
  await expect(sound(large)).resolves.toMatchObject({ header: expect.arrayContaining(['Visit']) });
  await expect(sound(small)).resolves.toMatchObject({ header: expect.arrayContaining(['Visit']) });
});

it('reads on after one that was too much', async () => {
  const read = workbookReader({ ...WORKER_LIMITS, heapMegabytes: 40 });
  const all = await Promise.allSettled([read(small), read(large), read(small)]);
  expect(all).toMatchObject([{ status: 'fulfilled' }, { reason: refusal }, { status: 'fulfilled' }]);
});
