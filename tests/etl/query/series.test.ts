import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { SeriesRequest } from '../../../etl/query/request.ts';
import { series } from '../../../etl/query/series.ts';
import type { Snapshot } from '../../../etl/snapshots/log.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { emptyPartnership } from '../../partnerships.ts';

let p: Partnership;
let snapshot: Snapshot;
beforeAll(async () => {
  // Monday 10 June 2024: April is settled, May came eight days ago and settles in ten, June is under way, March was never sent.
  p = await emptyPartnership({ home: clinicHouse(), now: '2024-06-08T09:00:00Z' });
  const file = (month: string, rows: string[]) => clinicFile(`visits_2024_${month}.csv`, rows);
  await land(p, [
    file('02', [visit({ visit: 'F1', arrived: '29/02/2024 10:00', left: '' })]),
    file('04', [
      visit({ visit: 'A1', arrived: '01/04/2024 00:00', left: '03/04/2024' }),
      visit({ visit: 'A2', arrived: '30/04/2024 23:59', left: '10/05/2024', reason: 'Illness', postcode: 'ST3 1AA' }),
      visit({
        visit: 'A3',
        arrived: '15/04/2024 10:00',
        left: '',
        patient: 'P2',
        nhs: '',
        forename: 'Ben',
        postcode: '',
      }),
    ]),
    file('05', []),
    file('06', [visit({ visit: 'J1', arrived: '03/06/2024 10:00', left: '04/06/2024' })]),
  ]);
  snapshot = await build(p);
});
afterAll(() => p.close());

const ask = (request: Partial<SeriesRequest> = {}) =>
  series(p, snapshot, { kpi: 'visits', grain: 'month', ...request });
const brief = async (request: Partial<SeriesRequest> = {}) =>
  (await ask(request)).map((r) => [r.period, ...Object.values(r.split), r.numerator, r.denominator, r.value, r.status]);

describe('a series', () => {
  it('has a row with 0 for a covered month without events, and no row for a month that nobody sent', async () => {
    expect(await brief()).toEqual([
      ['2024-02', 1, null, 1, 'final'],
      ['2024-04', 3, null, 3, 'final'],
      ['2024-05', 0, null, 0, 'provisional'],
      ['2024-06', 1, null, 1, 'incomplete'],
    ]);
  });

  it('marks a quarter and a year of which days are missing', async () => {
    expect(await brief({ grain: 'quarter' })).toEqual([
      ['2023-24 Q4', 1, null, 1, 'incomplete'],
      ['2024-25 Q1', 4, null, 4, 'incomplete'],
    ]);
    expect((await brief({ grain: 'rolling12' })).at(-1)).toEqual(['2024-06 (12m)', 5, null, 5, 'incomplete']);
    expect(await brief({ grain: 'all' })).toEqual([['all', 5, null, 5, 'incomplete']]);
  });

  it('counts children once however often they come', async () => {
    expect(await brief({ kpi: 'patients', grain: 'all' })).toEqual([['all', 2, null, 2, 'incomplete']]);
    expect((await brief({ kpi: 'patients' })).map((r) => r[1])).toEqual([1, 2, 0, 1]);
  });

  it('splits with a row for every value in every period, labels for what is not known last', async () => {
    expect(await brief({ by: ['town'], from: '2024-04', to: '2024-05' })).toEqual([
      ['2024-04', 'Hanley', 1, null, 1, 'final'],
      ['2024-04', 'Longton', 1, null, 1, 'final'],
      ['2024-04', 'Not known', 1, null, 1, 'final'],
      ['2024-05', 'Hanley', 0, null, 0, 'provisional'],
      ['2024-05', 'Longton', 0, null, 0, 'provisional'],
      ['2024-05', 'Not known', 0, null, 0, 'provisional'],
    ]);
  });

  it('filters by any of the values given', async () => {
    expect((await brief({ where: { town: ['Longton', 'Not known'] }, grain: 'all' }))[0]![1]).toBe(2);
    expect((await brief({ where: { town: ['Longton'], reason: ['Injury'] }, grain: 'all' }))[0]![1]).toBe(0);
  });

  it('gives a rate with its numerator and denominator, and no value where there is nothing to divide by', async () => {
    expect(await brief({ kpi: 'injury-share' })).toEqual([
      ['2024-02', 1, 1, 100, 'incomplete'],
      ['2024-04', 2, 3, 200 / 3, 'incomplete'],
      ['2024-05', 0, 0, null, 'incomplete'],
      ['2024-06', 1, 1, 100, 'incomplete'],
    ]);
  });

  it('gives means and medians of what was measured', async () => {
    expect((await brief({ kpi: 'mean-days', from: '2024-04', to: '2024-04' }))[0]).toEqual([
      '2024-04',
      12,
      2,
      6,
      'final',
    ]);
    expect((await brief({ kpi: 'median-days', grain: 'all' }))[0]!.slice(1, 4)).toEqual([3, null, 2]);
  });

  it('gives a stock at the last position of a period, and no row without one', async () => {
    expect((await brief({ kpi: 'present-at-last-position', grain: 'month' })).map((r) => r.slice(0, 2))).toEqual([
      ['2024-02', 1],
      ['2024-04', 1],
      ['2024-06', 1],
    ]);
  });

  it('takes the last position of a period whoever is asked for, so that nobody there is nought', async () => {
    const long = { kpi: 'present-at-last-position', where: { town: ['Longton'] } };
    expect((await brief({ ...long, grain: 'quarter' })).map((r) => r.slice(0, 2))).toEqual([
      ['2023-24 Q4', 0],
      ['2024-25 Q1', 0],
    ]);
    expect((await brief({ ...long, grain: 'month' })).map((r) => r.slice(0, 2))).toEqual([
      ['2024-02', 0],
      ['2024-04', 1],
      ['2024-06', 0],
    ]);
  });

  it('asks for the rows that stand for everyone where groups overlap and the split is not asked for', async () => {
    const all = async (request: Partial<SeriesRequest>) =>
      (await brief({ kpi: 'injured-patients', grain: 'all', ...request })).map((r) => r.slice(1, -3));
    expect(await all({})).toEqual([[2]]);
    expect(await all({ where: { reason: ['Illness'] } })).toEqual([[1]]);
    expect(await all({ by: ['reason'] })).toEqual([
      ['Injury', 2],
      ['Illness', 1],
    ]);
  });

  it('says so of a snapshot whose tables an earlier version made', async () => {
    const { shape: _, ...facts } = snapshot.kpis.visits!;
    const older = { ...snapshot, kpis: { visits: facts } };
    await expect(series(p, older, { kpi: 'visits', grain: 'month' })).rejects.toThrow('Build again');
  });

  it.each([
    [{ kpi: 'vists' }, 'There is no KPI "vists"'],
    [{ grain: 'week' as never }, '"week" is not a grain'],
    [{ by: ['street'] }, 'no split "street". Expected one of: town, age_band, reason.'],
    [{ where: { town: ['Leek'] } }, '"Leek" is no value of "town". Expected one of: Hanley, Longton, Not known.'],
    [{ from: 'April' }, '"April" is neither a date nor a period'],
  ])('says what was expected (%#)', async (request, message) => {
    await expect(ask(request)).rejects.toThrow(message);
  });
});
