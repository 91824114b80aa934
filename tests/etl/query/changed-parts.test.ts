import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { keep } from '../../../etl/decisions/log.ts';
import { land } from '../../../etl/landing/land.ts';
import { openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { type Changes, changes } from '../../../etl/query/changes.ts';
import { currentSnapshot } from '../../../etl/snapshots/log.ts';
import { clinicHouse } from '../../clinic.ts';
import { townFiles } from '../../clinic-towns.ts';
import { scratchFolder } from '../../partnerships.ts';

const clock = { at: '2025-02-20T09:00:00Z', now: () => new Date(clock.at) };
let p: Partnership;
let found: Changes;
beforeAll(async () => {
  p = await openPartnership({ data: scratchFolder(), home: clinicHouse(), clock });
  const files = townFiles();
  await land(p, files.slice(0, 13));
  await build(p);
  const decision = { on: '2024-01-01', until: null, value: 5, owner: 'Board', source: 'Minutes' };
  const target = { kind: 'target' as const, kpi: 'visits', ...decision };
  await keep(p, { by: 'A tester', replaces: null, why: null, decision: target });
  clock.at = '2025-06-30T09:00:00Z';
  await land(p, files.slice(13));
  await build(p);
  found = await changes(p, (await currentSnapshot(p))!, '2025-02-20');
});
afterAll(() => p.close());

const of = (kpi: string) => found.parts.find((one) => one.kpi === kpi);

it('names the towns that moved under a whole that reads as before, with the figures of then and now', () => {
  expect(found.signals.find(({ kpi, was, now }) => kpi === 'visits' && was!.signal.words !== now!.signal.words)).toBe(
    undefined,
  );
  expect(of('visits')).toMatchObject({
    by: { id: 'town', title: 'Town' },
    judged: 2,
    changed: [
      {
        value: 'Hanley',
        was: { signal: { variation: 'common_cause' }, latest: { period: '2025-01', value: 10 } },
        now: { signal: { variation: 'neutral_high' }, latest: { period: '2025-04', value: 18 } },
      },
      { value: 'Longton', now: { signal: { variation: 'neutral_low' } } },
    ],
  });
});

it('holds no town against a target that is set for the whole', () => {
  expect(of('visits')!.changed.map(({ now }) => now.target)).toEqual([null, null]);
});

it('leaves out a KPI of whose parts none can be judged', () => {
  expect(of('present-at-last-position')).toBeUndefined();
});

it('says of a figure that cannot be judged that it moved, and of none that did not', () => {
  const moved = found.unjudged.map(({ kpi }) => kpi);
  expect(found.unjudged.find(({ kpi }) => kpi === 'present-at-last-position')).toMatchObject({
    was: { latest: { period: '2025-01', value: 2 }, signal: { variation: null } },
    now: { latest: { period: '2025-04' }, signal: { variation: null } },
  });
  // Two children each month.
  expect(moved).not.toContain('patients');
  expect(moved).not.toContain('visits');
});
