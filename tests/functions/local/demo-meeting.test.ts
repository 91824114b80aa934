import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { decideForDemo } from '../../../etl/demo/decisions.ts';
import { writeDemo } from '../../../etl/demo/demo.ts';
import { history } from '../../../etl/decisions/log.ts';
import { land } from '../../../etl/landing/land.ts';
import { listReceipts } from '../../../etl/landing/receipt.ts';
import { DEMO_MARK, openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { changes } from '../../../etl/query/changes.ts';
import { listSnapshots } from '../../../etl/snapshots/log.ts';
import { demoAtMeeting } from '../../../functions/local/demo-meeting.ts';
import { clockAt, scratchFolder } from '../../partnerships.ts';

const today = '2026-11-21';
const data = scratchFolder();
let p: Partnership | undefined;
afterAll(() => p?.close());

it(
  'publishes what the demo had at its last meeting, and leaves the rest to be landed',
  { timeout: 300_000 },
  async () => {
    writeFileSync(join(data, DEMO_MARK), '{}');
    const paths = await writeDemo(join(data, 'demo-files'), { children: 15_000, years: 1, today: new Date(today) });
    const rest = await demoAtMeeting(data, { paths, today }, () => {});
    p = await openPartnership({ data, clock: clockAt(`${today}T12:00:00Z`) });

    const [then] = await listSnapshots(p);
    expect(then).toMatchObject({ number: 1, built_at: '2026-09-18T16:00:00.000Z', synthetic: true });
    for (const { received_at } of await listReceipts(p)) expect(received_at.slice(0, 10)).toBe('2026-09-18');
    for (const { kept_at } of await history(p)) expect(kept_at.slice(0, 10)).toBe('2026-09-18');
    // Nothing of a month that had not ended, and the two files that come again.
    const names = rest.map((path) => basename(path));
    expect(names).toContain('missing_2026_09.csv');
    expect(names).toContain('missing_2026_08.csv');
    expect(names).not.toContain('missing_2026_07.csv');
    expect(await listReceipts(p)).toHaveLength(paths.length - rest.length + 2);

    await decideForDemo(p);
    await land(p, rest);
    const found = await changes(p, await build(p));
    expect(found).toMatchObject({ since: '2026-09-18', basis: 'that day', before: { number: 1 }, now: { number: 2 } });
    expect(found.figures.find(({ kpi }) => kpi === 'missing-episodes')!.revised).toMatchObject([
      { period: '2026-08', why: [{ kind: 'correction', extract: 'police-missing' }] },
    ]);
    // A run that was cut short after the first snapshot lands all that there is, and publishes none of that day again.
    expect(await demoAtMeeting(data, { paths, today }, () => {})).toEqual(paths);
    expect(await listSnapshots(p)).toHaveLength(2);
  },
);
