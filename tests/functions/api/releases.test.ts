import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Release } from '../../../etl/disclosure/release.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Api } from '../../../functions/api/env.ts';
import { clinicApi } from './clinic-api.ts';
import { validated } from './validated.ts';

let p: Partnership;
let api: Api;
beforeAll(async () => ({ p, api } = await clinicApi()));
afterAll(() => p.close());

const year = { from: '2024-04-01', to: '2025-03-31' };
const release = (snapshot: number): Release => ({
  audience: 'public',
  snapshot,
  built_at: '2025-06-01T09:00:00.000Z',
  rules: { withhold: { from: 1, to: 5 }, dominance: { over: 0.9, group_under: 20 }, possible_values: 3 },
  tables: [
    {
      kpi: 'injury-share',
      title: 'Injuries',
      unit: 'percent',
      measure: 'rate',
      better: 'lower',
      definition: 'Of all visits, those for an injury.',
      grain: 'year',
      by: 'town',
      rows: [
        {
          ...year,
          period: '2024-25',
          split: { town: 'Hanley' },
          numerator: 20,
          denominator: 60,
          value: 100 / 3,
          status: 'final',
        },
        {
          ...year,
          period: '2024-25',
          split: { town: 'Stoke' },
          numerator: 'withheld',
          denominator: 40,
          value: 'withheld',
          status: 'withheld',
        },
        {
          ...year,
          period: '2024-25',
          split: { town: 'Longton' },
          numerator: 0,
          denominator: 0,
          value: null,
          status: 'final',
        },
      ],
    },
  ],
});

it('says what to do when nothing is released', async () => {
  const { status, body } = await validated(api, '/api/releases/public');
  expect([status, body.detail]).toEqual([404, expect.stringContaining('safeguarding release --audience public')]);
});

it('knows no other audience, and no slice', async () => {
  expect((await validated(api, '/api/releases/press')).status).toBe(400);
  expect((await validated(api, '/api/releases/public?as_at=1')).status).toBe(400);
  expect((await validated(api, '/api/releases/public?by=town')).status).toBe(400);
});

it('serves the latest release and nothing beside it, under a tag that changes with it', async () => {
  await p.store.put('lake/releases/public/00000001.json', JSON.stringify(release(1)));
  const first = await validated(api, '/api/releases/public');
  expect([first.status, first.body]).toEqual([200, release(1)]);
  await p.store.put('lake/releases/public/00000002.json', JSON.stringify(release(2)));
  const known = { 'If-None-Match': first.headers.get('ETag')! };
  const second = await validated(api, '/api/releases/public', known);
  expect([second.status, second.body.snapshot]).toEqual([200, 2]);
  expect((await validated(api, '/api/releases/public', { 'If-None-Match': second.headers.get('ETag')! })).status).toBe(
    304,
  );
  expect((await validated(api, '/api/releases/board-pack')).status).toBe(404);
});

it('writes [c] for what is withheld', async () => {
  await p.store.put('lake/releases/public/00000003.json', JSON.stringify(release(3)));
  const { body, headers } = await validated<string>(api, '/api/releases/public?format=csv');
  expect(headers.get('Content-Disposition')).toContain('public-snapshot-3.csv');
  expect(body.trim().split('\n')).toEqual([
    'kpi,grain,period,split,group,numerator,denominator,value,status',
    'injury-share,year,2024-25,town,Hanley,20,60,33.3,final',
    'injury-share,year,2024-25,town,Stoke,[c],40,[c],withheld',
    'injury-share,year,2024-25,town,Longton,0,0,,final',
  ]);
});

it('names what is released for whom, under a tag that changes with it', async () => {
  const { body, headers } = await validated(api, '/api/releases');
  expect(body).toEqual([{ audience: 'public', snapshot: 3 }]);
  await p.store.put('lake/releases/board-pack/00000002.json', JSON.stringify(release(2)));
  const later = await validated(api, '/api/releases', { 'If-None-Match': headers.get('ETag')! });
  expect(later.body).toEqual([
    { audience: 'board-pack', snapshot: 2 },
    { audience: 'public', snapshot: 3 },
  ]);
});
