import { expect, it } from 'vitest';
import { build } from '../../etl/build/build.ts';
import { assertCountedAlike, countedAs } from '../../etl/disclosure/redefined.ts';
import { makeRelease } from '../../etl/disclosure/release.ts';
import type { Snapshot } from '../../etl/snapshots/log.ts';

import { emptyPartnership } from '../partnerships.ts';

const snapshot = (sql: string, header: object = {}) =>
  ({
    kpis: { harm: { sql, header: { measure: 'count', date: 'on', unsplit: {}, ...header } } },
  }) as unknown as Snapshot;
const BOTH = "select day from visit where reason in ('Self-harm', 'Overdose')";
const ONE = "select day from visit where reason = 'Self-harm'";
const before = { snapshot: 3, counted: countedAs(snapshot(BOTH), ['harm']) };
const released = (sql: string, header = {}, redefined = {}) =>
  assertCountedAlike(countedAs(snapshot(sql, header), ['harm']), before, { redefined });

it('refuses a count that has become another under the same name', () => {
  expect(() => released(ONE)).toThrow(
    /"harm" is counted differently since the release of snapshot 3.*Give the new count an id of its own/,
  );
  expect(() => released(BOTH, { measure: 'children' })).toThrow(/counted differently/);
});

it('takes the same query laid out otherwise, with other words around it', () => {
  expect(() => released(BOTH.replace(' from', '\n  -- all of them\n from'), { title: 'Another title' })).not.toThrow();
});

it('takes another where somebody has said why the difference tells nothing, for that release alone', () => {
  expect(() => released(ONE, {}, { harm: { after: 3, why: 'Test rows' } })).not.toThrow();
  expect(() => released(ONE, {}, { harm: { after: 2, why: 'Test rows' } })).toThrow(/counted differently/);
});

it('takes a first release, and a KPI that was not in the one before', () => {
  const counted = countedAs(snapshot(ONE), ['harm']);
  expect(() => assertCountedAlike(counted, undefined, { redefined: {} })).not.toThrow();
  expect(() => assertCountedAlike(counted, { snapshot: 3, counted: {} }, { redefined: {} })).not.toThrow();
});

it('stops a release that is made, and so does a KPI of which nobody said what it hangs together with', async () => {
  const p = await emptyPartnership();
  const made = await build(p);
  const nothing = { cells: [], relations: [], snapshot: 3 };
  await expect(makeRelease(p, made, 'public', { ...nothing, counted: { 'ppn-received': 'other' } })).rejects.toThrow(
    '"ppn-received" is counted differently',
  );
  const kpis = { ...made.kpis, 'police-contacts': { ...made.kpis['missing-episodes']! } };
  await expect(makeRelease(p, { ...made, kpis }, 'public', undefined)).rejects.toThrow(
    /how "police-contacts" hangs together|It reads what .*police-contacts/,
  );
  const { working } = await makeRelease(p, made, 'public', nothing);
  expect(Object.keys(working.counted)).toContain('ppn-received');
  p.close();
});
