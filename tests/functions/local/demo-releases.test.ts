import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { writeDemo } from '../../../etl/demo/demo.ts';
import { latestReleased } from '../../../etl/disclosure/kept.ts';
import { land } from '../../../etl/landing/land.ts';
import { DEMO_MARK, openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { releaseDemo } from '../../../functions/local/demo-releases.ts';
import { scratchFolder } from '../../partnerships.ts';

const data = scratchFolder();
const files = join(data, 'demo-files');
let p: Partnership;
beforeAll(async () => {
  p = await openPartnership({ data });
  await writeDemo(files, { children: 1000, years: 2, seed: 7, today: new Date('2025-06-30T12:00:00Z') });
  await land(p, [join(files, 'police-missing')]);
  await build(p);
});
afterAll(() => p.close());

const lines: string[] = [];
const released = async () => [await latestReleased(p, 'board-pack'), await latestReleased(p, 'public')];

it('releases nothing where children are real: that is decided by somebody', async () => {
  await releaseDemo(p, (line) => lines.push(line)).done;
  expect([lines, await released()]).toEqual([[], [undefined, undefined]]);
});

it('makes what each audience of the demo may see, once, and says so', async () => {
  writeFileSync(join(data, DEMO_MARK), '{}');
  p.close();
  p = await openPartnership({ data });
  await releaseDemo(p, (line) => lines.push(line)).done;
  expect(await released()).toEqual([1, 1]);
  expect(lines.filter((line) => line.startsWith('Snapshot 1 is released for'))).toHaveLength(2);
  await releaseDemo(p, (line) => lines.push(line)).done;
  expect(lines).toHaveLength(4);
});
