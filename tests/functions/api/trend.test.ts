import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import type { Decision } from '../../../etl/decisions/kinds.ts';
import { keep } from '../../../etl/decisions/log.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Api } from '../../../functions/api/env.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { emptyPartnership } from '../../partnerships.ts';
import { validated } from './validated.ts';
import { signedInApi } from '../../signed-in.ts';

/** Visits of each month from January 2024: up and down, then one month far above. */
const MONTHLY = [5, 11, 6, 12, 5, 11, 7, 12, 5, 11, 6, 12, 6, 11, 7, 40];
const month = (i: number) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;

let p: Partnership;
let api: Api;
beforeAll(async () => {
  p = await emptyPartnership({ home: clinicHouse(), now: '2025-06-30T09:00:00Z' });
  const files = MONTHLY.map((count, i) => {
    const [year, m] = month(i).split('-');
    const rows = Array.from({ length: count }, (_, n) =>
      visit({
        visit: `V${i}-${n}`,
        arrived: `1${n % 9}/${m}/${year} 09:30`,
        left: '',
        ...(n % 6 === 0 ? { patient: 'P2', nhs: '9990000026', postcode: 'ST3 1AA', forename: 'Ben' } : {}),
      }),
    );
    return clinicFile(`visits_${year}_${m}.csv`, rows);
  });
  await land(p, files);
  await build(p);
  api = await signedInApi(p);
});
afterAll(() => p.close());

const trend = (query = '', kpi = 'visits') => validated(api, `/api/kpis/${kpi}/trend${query}`);
const decide = (decision: Decision) => keep(p, { by: 'A tester', replaces: null, why: null, decision });

describe('a trend', () => {
  it('says what is unusual, by limits from all months', async () => {
    const { body } = await trend();
    expect(body).toMatchObject({ kpi: 'visits', snapshot: 1, grain: 'month', by: [], where: {} });
    const [all] = body.trends;
    expect(all.points.map((point: { value: number }) => point.value)).toEqual(MONTHLY);
    expect(all.points.at(-1)).toMatchObject({
      period: '2025-04',
      status: 'final',
      unusual: { sense: 'higher', words: 'Above the usual range' },
    });
    expect(all.points[3]).toMatchObject({ unusual: null, baseline: 0 });
    expect(all.signal).toMatchObject({ period: '2025-04', words: 'Changed (higher)', variation: 'neutral_high' });
    expect(all.baselines[0].limits.mean).toBeCloseTo(167 / 16, 9);
  });

  it('keeps its limits and its signal wherever a window begins', async () => {
    const [whole] = (await trend()).body.trends;
    const [part] = (await trend('?from=2025-01')).body.trends;
    expect(part.points).toEqual(whole.points.slice(12));
    expect(part.baselines).toEqual(whole.baselines);
    expect([part.signal, part.since]).toEqual([whole.signal, whole.since]);
    expect(whole.since).toEqual({ period: '2025-04', from: '2025-04-01', to: '2025-04-30' });
  });

  it('says of an earlier month what the headlines of that month say', async () => {
    for (const to of ['2025-02', '2025-03', '2025-04']) {
      const [part] = (await trend(`?from=2025-01&to=${to}`)).body.trends;
      const { body } = await validated(api, `/api/kpis?to=${to}`);
      expect(part.signal).toEqual(body.find(({ id }: { id: string }) => id === 'visits').signal);
      expect(part.points.at(-1).period).toBe(to);
      expect(part.signal.period).toBe(to);
    }
    const towns = (await trend('?by=town&to=2023-12')).body.trends;
    expect(towns.map(({ split, points }: { split: object; points: object[] }) => [split, points])).toEqual([
      [{ town: 'Hanley' }, []],
      [{ town: 'Longton' }, []],
    ]);
  });

  it('judges each value of a split by itself, and what passes a filter', async () => {
    const { body } = await trend('?by=town');
    expect(body.trends.map(({ split }: { split: object }) => split)).toEqual([{ town: 'Hanley' }, { town: 'Longton' }]);
    expect(body.trends[1].points.map(({ split }: { split: object }) => split)).toContainEqual({ town: 'Longton' });
    expect(body.trends[1].signal).toMatchObject({ variation: null, words: 'Too small to say' });
    const filtered = await trend('?where.town=Longton');
    expect(filtered.body.trends[0].signal).toEqual(body.trends[1].signal);
  });

  it('has of each figure the one of a year before, also where the window leaves it out', async () => {
    const [all] = (await trend()).body.trends;
    const [part] = (await trend('?from=2025-04')).body.trends;
    expect(part.points).toEqual([all.points.at(-1)]);
    expect(part.points[0].year_before).toMatchObject({ period: '2024-04', value: 12, status: 'final' });
    expect(all.points[0].year_before).toBeNull();
  });

  it('is a download with all that its chart shows, under one header row, and a key in a file of its own', async () => {
    const csv = await api.request('/api/kpis/visits/trend?by=town&from=2025-04&format=csv');
    expect(csv.headers.get('Content-Disposition')).toBe('attachment; filename="visits-month-by-town-snapshot-1.csv"');
    const lines = (await csv.text()).trimEnd().split('\n');
    expect(lines[0]).toBe(
      'period,from,to,town,numerator,denominator,value,status,sensitive,interval_lower,interval_upper,mean,limit_lower,limit_upper,unusual,because,year_before',
    );
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(
      /^2025-04,2025-04-01,2025-04-30,Hanley,33,,33,final,,[\d.]+,[\d.]+,[\d.]+,-?[\d.]+,[\d.]+,higher,Above the usual range,10$/,
    );
    const filtered = await api.request('/api/kpis/visits/trend?where.town=Longton&from=2025-04&format=csv');
    expect(filtered.headers.get('Content-Disposition')).toContain('visits-month-longton-snapshot-1.csv');
    expect(await filtered.text()).toMatch(
      /^period,from,to,town,numerator[^\n]*\n2025-04,2025-04-01,2025-04-30,Longton,/,
    );
    const key = await (await api.request('/api/kpis/visits/trend?by=town&format=key')).text();
    expect(
      key
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).toEqual(lines[0]!.split(','));
    expect(csv.headers.get('ETag')).not.toBe((await trend('?by=town&from=2025-04')).headers.get('ETag'));
  });

  it('says why there is no signal', async () => {
    expect((await trend('?grain=rolling12')).body.trends[0].signal).toMatchObject({ words: 'Not judged' });
    expect((await trend('', 'present-at-last-position')).body.trends[0].signal.because).toContain('ordinary drift');
  });

  it.each([
    ['?by=town,reason', 'at most one split'],
    ['?format=xlsx', 'json'],
    ['?from=yesterday', 'Expected one such as'],
    ['?by=shoe_size', 'Expected one of: town'],
  ])('refuses %s', async (query, why) => {
    const { status, body } = await trend(query);
    expect([status, body.detail]).toEqual([400, expect.stringContaining(why)]);
  });
});

it('gives each KPI of the list the signal that its own page has', async () => {
  const { body } = await validated(api, '/api/kpis');
  const visits = body.find(({ id }: { id: string }) => id === 'visits');
  expect(visits).toMatchObject({ signal: (await trend()).body.trends[0].signal, target: null });
});

it('knows at once what was decided: a target, an event, a signed rebase', async () => {
  const said = { kpi: 'visits', owner: 'QA', source: 'Board paper' };
  const before = (await validated(api, '/api/kpis')).headers.get('ETag')!;
  await decide({ kind: 'target', on: '2024-01-01', until: null, value: 10, ...said });
  await decide({ kind: 'event', on: '2024-06-15', text: 'New form', ...said, kpi: null });
  await decide({ kind: 'rebase', on: '2025-04-01', text: 'Second site', decided_on: '2025-05-01', ...said });
  await decide({ kind: 'target', on: '2024-01-01', until: null, value: 99, ...said, kpi: 'patients' });

  const { body } = await trend();
  expect(body.trends[0].target).toEqual({
    from: '2024-01-01',
    to: null,
    value: 10,
    owner: 'QA',
    source: 'Board paper',
  });
  expect(body.trends[0].baselines.map(({ from }: { from: string }) => from)).toEqual(['2024-01-01', '2025-04-01']);
  expect(body.trends[0].marks).toMatchObject([
    { number: 1, kind: 'target', on: '2024-01-01' },
    { number: 2, kind: 'event', period: '2024-06', title: 'New form' },
    { number: 3, kind: 'rebase', period: '2025-04', title: 'Second site', owner: 'QA' },
  ]);
  expect(body.trends[0].signal.words).toBe('Too few months to say');
  const cut = (await trend('?from=2024-03')).body.trends[0];
  expect(cut.marks.map(({ number, kind }: { number: number; kind: string }) => [number, kind])).toEqual([
    [1, 'event'],
    [2, 'rebase'],
  ]);

  const list = await validated(api, '/api/kpis', { 'If-None-Match': before });
  expect(list.status).toBe(200);
  expect(list.body.find(({ id }: { id: string }) => id === 'visits')).toMatchObject({
    signal: { words: 'Too few months to say' },
    target: { value: 10 },
  });
  // A target for all visits is none for one town's.
  expect((await trend('?where.town=Longton')).body.trends[0].target).toBeNull();
});

describe('summaries as at a month', () => {
  const visits = async (query: string) =>
    (await validated(api, `/api/kpis${query}`)).body.find(({ id }: { id: string }) => id === 'visits');

  it('tell of the months up to then: figure, the year before, signal and sparkline', async () => {
    expect(await visits('')).toMatchObject({ latest: { period: '2025-04', value: 40 }, signal: { period: '2025-04' } });
    const before = await visits('?to=2025-03');
    expect(before).toMatchObject({
      latest: { period: '2025-03', value: 7 },
      year_before: { period: '2024-03', value: 6 },
      signal: { period: '2025-03', words: 'No real change' },
      covered: { to: '2025-04-30' },
    });
    expect(before.spark.at(-1).period).toBe('2025-03');
  });

  it('are each of their own month, whichever was asked for first', async () => {
    const [feb, all] = await Promise.all([visits('?to=2025-02'), visits('')]);
    expect([feb.latest.period, all.latest.period]).toEqual(['2025-02', '2025-04']);
    expect((await visits('?to=2023-01')).latest).toBeNull();
  });

  it('are of no month that is none', async () => {
    expect((await validated(api, '/api/kpis?to=2025-13')).status).toBe(400);
  });
});
