import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import type { Decision } from '../../../etl/decisions/kinds.ts';
import { keep } from '../../../etl/decisions/log.ts';
import { land } from '../../../etl/landing/land.ts';
import { openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { type Changes, changes } from '../../../etl/query/changes.ts';
import { currentSnapshot } from '../../../etl/snapshots/log.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { validated } from '../../functions/api/validated.ts';
import { scratchFolder } from '../../partnerships.ts';
import { signedInApi } from '../../signed-in.ts';

/** Visits of each month from January 2024: up and down, and from April 2025 far above. */
const MONTHLY = [5, 11, 6, 12, 5, 11, 7, 12, 5, 11, 6, 12, 6, 11, 7, 40];

const clock = { at: '2025-04-20T09:00:00Z', now: () => new Date(clock.at) };
const [home, data] = [clinicHouse(), scratchFolder()];
let p: Partnership;
const reopen = async () => (p = await openPartnership({ data, home, clock }));
beforeAll(reopen);
afterAll(() => p.close());

function file(i: number, count: number, more: string[] = []) {
  const [year, month] = [2024 + Math.floor(i / 12), String((i % 12) + 1).padStart(2, '0')];
  const rows = Array.from({ length: count }, (_, n) =>
    visit({ visit: `V${i}-${n}`, arrived: `1${n % 9}/${month}/${year} 09:30`, left: '' }),
  );
  return clinicFile(`visits_${year}_${month}.csv`, [...rows, ...more]);
}

const decide = (decision: Decision) => keep(p, { by: 'A tester', replaces: null, why: null, decision });
const said = { owner: 'Board', source: 'Minutes' };
const meeting = (on: string) => decide({ kind: 'meeting', on, text: 'Board', ...said });
const now = async (day?: string): Promise<Changes> => changes(p, (await currentSnapshot(p))!, day);
const figures = (found: Changes, kpi: string) => found.figures.find((one) => one.kpi === kpi);

describe('what changed', () => {
  it('is nothing to be told of one snapshot, which is no error', async () => {
    await land(
      p,
      MONTHLY.slice(0, 15).map((count, i) => file(i, count)),
    );
    await build(p);
    clock.at = '2025-04-20T12:00:00Z';
    expect(await now()).toMatchObject({ since: null, basis: 'one snapshot', before: null, signals: [], figures: [] });
    await meeting('2025-04-18');
    expect(await now()).toMatchObject({ since: '2025-04-18', basis: 'one snapshot', before: null });
    await meeting('2025-04-20');
    // It was current at the end of that day, and still is: nothing changed.
    expect(await now()).toMatchObject({
      since: '2025-04-20',
      basis: 'that day',
      before: { number: 1 },
      now: { number: 1 },
      signals: [],
      figures: [],
      definitions: [],
      faults: [],
    });
  });

  it('names signals, with the figures of then and now', async () => {
    clock.at = '2025-05-20T09:00:00Z';
    // April is new; March comes again with two visits more, January with two fewer; February's file was right.
    await land(p, [
      file(15, MONTHLY[15]!),
      file(14, 9),
      file(12, 4),
      clinicFile('visits_2025_05.csv', [], 'Not,The,Header'),
    ]);
    await build(p);
    clock.at = '2025-05-20T12:00:00Z';
    const found = await now('2025-04-20');
    expect(found).toMatchObject({ basis: 'that day', before: { number: 1 }, now: { number: 2 } });
    expect(found.kpis.filter(({ compared }) => compared)).toHaveLength(7);
    expect(found.signals.find(({ kpi }) => kpi === 'visits')).toMatchObject({
      was: { signal: { words: 'No real change', period: '2025-03' }, latest: { period: '2025-03', value: 7 } },
      now: { signal: { words: 'Changed (higher)', period: '2025-04' }, latest: { period: '2025-04', value: 40 } },
    });
  });

  it('names a figure that was revised, old and new, and why', async () => {
    const found = await now('2025-04-20');
    expect(figures(found, 'visits')).toEqual({
      kpi: 'visits',
      compared: 15,
      revised: [
        {
          period: '2025-03',
          from: '2025-03-01',
          to: '2025-03-31',
          was: { numerator: 7, denominator: null, value: 7, status: 'final' },
          now: { numerator: 9, denominator: null, value: 9, status: 'final' },
          why: [{ kind: 'correction', extract: 'clinic-visits' }],
        },
        {
          period: '2025-01',
          from: '2025-01-01',
          to: '2025-01-31',
          was: { numerator: 6, denominator: null, value: 6, status: 'final' },
          now: { numerator: 4, denominator: null, value: 4, status: 'final' },
          why: [{ kind: 'correction', extract: 'clinic-visits' }],
          sensitive: true,
        },
      ],
    });
    // One child made all visits: the children of March are as many as before.
    expect(figures(found, 'patients')).toBeUndefined();
  });

  it('names a file that was refused since, and no rule or feed that is as it was', async () => {
    const { faults } = await now('2025-04-20');
    expect(faults).toEqual([
      expect.objectContaining({ change: 'opened', kind: 'refused', extract: 'clinic-visits', on: '2025-05-20' }),
    ]);
  });

  it('names a feed that fell behind, without any new snapshot', async () => {
    clock.at = '2025-07-20T09:00:00Z';
    expect((await now('2025-05-20')).faults).toEqual([
      expect.objectContaining({ change: 'opened', kind: 'late', extract: 'clinic-visits', on: '2025-06-10' }),
    ]);
  });

  it('names a rule that is broken for the first time, and closes it with the file that breaks it', async () => {
    await land(p, [file(16, 8, [visit({ visit: 'V16-X', arrived: '10/05/2025 09:30', left: '', reason: 'Boredom' })])]);
    await build(p);
    const opened = await now('2025-05-20');
    expect(opened.faults).toContainEqual(
      expect.objectContaining({ change: 'opened', kind: 'rule', extract: 'clinic-visits', column: 'Reason', rows: 1 }),
    );
    clock.at = '2025-07-22T09:00:00Z';
    await land(p, [file(16, 8)]);
    await build(p);
    expect((await now('2025-07-20')).faults).toContainEqual(
      expect.objectContaining({ change: 'closed', kind: 'rule', column: 'Reason', rows: 1 }),
    );
  });

  it('judges the earlier side by the decisions that stood then', async () => {
    const target: Decision = { kind: 'target', kpi: 'injury-share', on: '2024-01-01', until: null, value: 90, ...said };
    const { number } = await decide(target);
    const set = (await now('2025-07-21')).signals.find(({ kpi }) => kpi === 'injury-share');
    expect(set).toMatchObject({ was: { target: null }, now: { target: { value: 90 } } });
    // Corrected a day later: on the day between, what it was corrected from stood.
    clock.at = '2025-07-24T09:00:00Z';
    await keep(p, { by: 'A tester', replaces: number, why: 'A slip', decision: { ...target, value: 80 } });
    const between = (await now('2025-07-23')).signals.find(({ kpi }) => kpi === 'injury-share');
    expect(between).toMatchObject({ was: { target: { value: 90 } }, now: { target: { value: 80 } } });
  });

  it('compares with the oldest snapshot kept where none is so old', async () => {
    expect(await now('2024-01-01')).toMatchObject({ since: '2024-01-01', basis: 'oldest kept', before: { number: 1 } });
  });

  it('names a KPI that is defined otherwise, and says so of its figures', async () => {
    clock.at = '2025-08-01T09:00:00Z';
    p.close();
    const path = join(home, 'etl/kpis/visits.sql');
    const { readFileSync } = await import('node:fs');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/from visit\b/, "from visit where arrived_on <> date '2024-02-11'"),
    );
    await reopen();
    await build(p);
    const found = await now('2025-07-31');
    expect(found.definitions).toEqual([
      expect.objectContaining({ kpi: 'visits', change: 'changed', parts: ['query'] }),
    ]);
    expect(figures(found, 'visits')!.revised).toEqual([
      expect.objectContaining({ period: '2024-02', why: [{ kind: 'definition changed', extract: null }] }),
    ]);
  });

  it('is answered as the API describes it', async () => {
    const api = await signedInApi(p);
    const { status, body } = await validated<Changes>(api, '/api/changes?since=2025-04-20');
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(await now('2025-04-20'))));
    expect((await validated<Changes>(api, '/api/changes')).body.since).toBe('2025-04-20');
    expect((await validated(api, '/api/changes?since=yesterday')).status).toBe(400);
  });
});
