import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Api } from '../../../functions/api/env.ts';
import { clinicHouse } from '../../clinic.ts';
import { emptyPartnership } from '../../partnerships.ts';
import { clinicApi } from './clinic-api.ts';
import { description, validated } from './validated.ts';
import { signedInApi } from '../../signed-in.ts';

let p: Partnership;
let api: Api;
beforeAll(async () => ({ p, api } = await clinicApi()));
afterAll(() => p.close());

it('describes every route that it serves', async () => {
  const served = api.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ path }) => path.replace(/:(\w+)/g, '{$1}'));
  expect([...new Set(served)].sort()).toEqual(
    ['/api/openapi.json', ...Object.keys((await description(api)).paths)].sort(),
  );
});

it('says which snapshot is current and whose it is', async () => {
  const { body } = await validated(api, '/api/snapshot');
  expect(body).toMatchObject({
    number: 1,
    partnership: { name: 'Clinic partnership', synthetic: false, accessibility: null },
  });
});

it('lists every KPI with its latest complete month', async () => {
  const { body } = await validated<{ id: string; latest: object; spark: object[] }[]>(api, '/api/kpis');
  const visits = body.find((kpi) => kpi.id === 'visits')!;
  expect(visits.latest).toMatchObject({ period: '2024-05', numerator: 2 });
  expect(visits.spark).toHaveLength(2);
  expect(visits).not.toHaveProperty('sql');
});

it('gives the year before, and no incomplete month as the latest', async () => {
  const { body } = await validated<{ id: string; latest: object | null; year_before: object | null }[]>(
    api,
    '/api/kpis',
  );
  const share = body.find((kpi) => kpi.id === 'injury-share')!;
  expect(share).toMatchObject({ latest: null, year_before: null });
});

it('tells what a KPI means, with its query', async () => {
  const { body } = await validated(api, '/api/kpis/visits');
  expect(body).toMatchObject({ id: 'visits', measure: 'count', extracts: ['clinic-visits'] });
  expect(body.sql).toContain('from visit');
});

describe('a series', () => {
  const series = (query: string) => validated(api, `/api/kpis/visits/series${query}`);

  it('answers by month unless told', async () => {
    const { body } = await series('');
    expect(body.rows.map((row: { period: string; value: number }) => [row.period, row.value])).toEqual([
      ['2024-04', 1],
      ['2024-05', 2],
    ]);
  });

  it('splits, filters by any of several values, and cuts', async () => {
    const { body } = await series(
      '?grain=year&by=town,reason&where.reason=Injury&where.reason=Illness&where.town=Longton&from=2024-04&to=2024-25',
    );
    expect(body).toMatchObject({
      by: ['town', 'reason'],
      where: { reason: ['Injury', 'Illness'], town: ['Longton'] },
    });
    expect(body.rows).toMatchObject([
      { period: '2024-25', split: { town: 'Longton', reason: 'Illness' }, numerator: 1 },
    ]);
  });

  it('answers from an earlier snapshot', async () => {
    expect((await series('?as_at=1')).body.snapshot).toBe(1);
    expect(await series('?as_at=9')).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('no snapshot 9') },
    });
  });

  it('comes as CSV', async () => {
    const { body, headers } = await series('?by=town&format=csv');
    expect(body.split('\n')).toEqual([
      'period,town,numerator,denominator,value,status,sensitive',
      '2024-04,Hanley,1,,1,final,small number',
      '2024-04,Longton,0,,0,final,',
      '2024-05,Hanley,1,,1,final,small number',
      '2024-05,Longton,1,,1,final,small number',
      '',
    ]);
    expect(headers.get('Content-Disposition')).toBe('attachment; filename="visits-month-snapshot-1.csv"');
    const accepted = await validated(api, '/api/kpis/visits/series?by=town', { Accept: 'text/csv' });
    expect(accepted.body).toBe(body);
  });

  it.each([
    ['?grain=week', 'grain'],
    ['?grain=month&grain=year', 'grain'],
    ['?by=town,age_band,reason,mood', 'Expected at most 3'],
    ['?by=town,town', '"town" is asked for twice'],
    ['?__proto__=x', 'There is no query parameter "__proto__"'],
    ['?by=shoe_size', 'Expected one of: town, age_band, reason'],
    ['?where.shoe_size=9', 'Expected one of: town, age_band, reason'],
    ['?where.town=Atlantis', 'Expected one of: Hanley, Longton'],
    ['?from=yesterday', 'Expected one such as 2024-04-01'],
    ['?as_at=first', 'as_at'],
    ['?as_at=1e0', 'as_at'],
    ['?as_at=0x1', 'as_at'],
    ['?format=xml', 'format'],
    ['?town=Hanley', 'Expected only: grain, by, from, to, as_at, format, where.<split>'],
  ])('refuses %s and says what is allowed', async (query, expected) => {
    const { status, body } = await series(query);
    expect(status).toBe(400);
    expect(body.detail).toContain(expected);
  });
});

it('refuses a query parameter that a route does not know', async () => {
  for (const path of [
    '/api/snapshot',
    '/api/kpis',
    '/api/kpis/visits',
    '/api/decisions',
    '/api/extracts',
    '/api/submissions',
    '/api/quality',
  ]) {
    const { status, body } = await validated(api, `${path}?colour=red`);
    expect([path, status]).toEqual([path, 400]);
    const others = path === '/api/decisions' ? 'none' : `only: ${path === '/api/kpis' ? 'to, ' : ''}as_at`;
    expect(body.detail).toBe(`There is no query parameter "colour". Expected ${others}.`);
  }
});

it('says how up to date each extract is', async () => {
  const { body } = await validated(api, '/api/extracts');
  expect(body).toMatchObject([
    { id: 'clinic-visits', agency_title: 'Health', submissions: 3, refused: 1, rows: 3, state: 'late' },
  ]);
});

it('shows every receipt, refused ones too, and which count', async () => {
  const { body } = await validated<{ id: string; outcome: string; counts: boolean }[]>(api, '/api/submissions');
  expect(body.map(({ outcome, counts }) => [outcome, counts])).toEqual([
    ['refused', false],
    ['accepted with rejects', true],
    ['accepted', true],
  ]);
});

it('shows the rejected rows of a submission, and no cell', async () => {
  const { body: all } = await validated<{ id: string; outcome: string }[]>(api, '/api/submissions');
  const { body } = await validated(
    api,
    `/api/submissions/${all.find((s) => s.outcome === 'accepted with rejects')!.id}`,
  );
  expect(body.rejects).toMatchObject([{ row: 4, column: 'Reason' }]);
  expect(JSON.stringify(body)).not.toContain('Boredom');
});

it('sums up the quality of the data', async () => {
  const { body } = await validated(api, '/api/quality');
  expect(body.extracts).toMatchObject([{ id: 'clinic-visits', rows: 4, accepted: 3, rejected: 1, refused_files: 1 }]);
});

it.each([
  ['/api/kpis/shoes', 'There is no KPI "shoes"'],
  ['/api/kpis/constructor/series', 'There is no KPI "constructor"'],
  ['/api/submissions/00000000000000000000000000000000', 'There is no submission'],
])('answers %s with not found', async (path, detail) => {
  expect(await validated(api, path)).toMatchObject({
    status: 404,
    body: { status: 404, detail: expect.stringContaining(detail) },
  });
});

it('says what to do while there is no snapshot', async () => {
  const empty = await emptyPartnership({ home: clinicHouse() });
  expect(await validated(await signedInApi(empty), '/api/kpis')).toMatchObject({
    status: 404,
    body: { detail: 'There is no snapshot yet. Land files and build first.' },
  });
  empty.close();
});
