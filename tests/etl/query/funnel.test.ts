import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { funnelOf } from '../../../etl/query/funnel.ts';
import type { Snapshot } from '../../../etl/snapshots/log.ts';
import { whyNoFunnel } from '../../../etl/statistics/drawing.ts';
import { funnelInWords } from '../../../dashboard/words/funnel.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { emptyPartnership } from '../../partnerships.ts';
import { validated } from '../../functions/api/validated.ts';
import { signedInApi } from '../../signed-in.ts';

const PLACES = [
  ['ST1 1AA', 'V', 40, 30],
  ['ST3 1AA', 'W', 20, 4],
  ['ST4 1AA', 'X', 40, 14],
] as const;

let p: Partnership;
let snapshot: Snapshot;
beforeAll(async () => {
  p = await emptyPartnership({ home: clinicHouse(), now: '2025-06-30T09:00:00Z' });
  const months = Array.from(
    { length: 25 },
    (_, i) => `${2023 + Math.floor((i + 3) / 12)}-${String(((i + 3) % 12) + 1).padStart(2, '0')}`,
  );
  const files = months.map((month, i) => {
    const [year, m] = month.split('-');
    // All visits to places are in the last month; those before it only cover the days that a share looks back to.
    const rows = PLACES.flatMap(([postcode, id, n, injured]) =>
      Array.from({ length: i === 24 ? n : 0 }, (_, k) =>
        visit({
          visit: `${id}${i}-${k}`,
          arrived: `10/${m}/${year} 09:30`,
          left: '',
          postcode,
          reason: k < injured ? 'Injury' : 'Illness',
        }),
      ),
    );
    if (i < 24) rows.push(visit({ visit: `N${i}`, arrived: `10/${m}/${year} 09:30`, left: '', postcode: '' }));
    return clinicFile(`visits_${year}_${m}.csv`, rows);
  });
  await land(p, files);
  snapshot = await build(p);
});
afterAll(() => p.close());

it('tells which places differ from the rest beyond chance, and leaves out those of few', async () => {
  const found = await funnelOf(p, snapshot, { kpi: 'injury-share', by: 'town' });
  expect(found.period).toMatchObject({ to: '2025-04-30' });
  expect(found.why).toBeNull();
  expect(found.average).toBeCloseTo(48, 9);
  expect(found.places.map(({ numerator, denominator, words }) => [numerator, denominator, words]).toSorted()).toEqual([
    [14, 40, 'No different from the rest'],
    [30, 40, 'Higher than the rest'],
    [4, 20, 'May be lower than the rest'],
  ]);
  expect(found.left_out).toEqual(['Not known']);
  expect(found.places.filter(({ sensitive }) => sensitive).map(({ numerator }) => numerator)).toEqual([4]);
  // Round the average of places of 40, by three standard deviations.
  const half = 3.090232306167813 * Math.sqrt(((48 / 100) * (52 / 100)) / 40);
  expect(found.places[0]!.three.upper).toBeCloseTo(100 * (48 / 100 + half), 9);
});

it('compares no counts and none of few, and says so', async () => {
  expect(await funnelOf(p, snapshot, { kpi: 'injury-share', by: 'town', to: '2025-03' })).toMatchObject({
    period: { to: '2025-03-31' },
    why: 'few places',
  });
  expect(await funnelOf(p, snapshot, { kpi: 'visits', by: 'town' })).toMatchObject({ why: 'no share', places: [] });
});

it('is answered by the API, and as a download', async () => {
  const api = await signedInApi(p);
  const { status, body } = await validated(api, '/api/kpis/injury-share/funnel?by=town');
  expect([status, body.places.length, body.because]).toEqual([200, 3, null]);
  const csv = await (await api.request('/api/kpis/injury-share/funnel?by=town&format=csv')).text();
  expect(csv.split('\n')[0]).toBe(
    'town,from,to,numerator,denominator,value,average,limit_lower,limit_upper,differs,sensitive',
  );
  expect(csv).toMatch(/,4,20,.*,small number\r?\n/);
  expect(csv).toContain(',2024-05-01,2025-04-30,30,40,75,48,');
  expect((await validated(api, '/api/kpis/injury-share/funnel?by=shoe')).status).toBe(400);
});

it('draws nothing of withheld figures, of fewer than three, and of what is no part of its denominator', () => {
  const place = { status: 'final', numerator: 5, denominator: 20 } as const;
  const three = [place, place, place];
  expect(whyNoFunnel(three, three, 'rate')).toBeNull();
  expect(whyNoFunnel(three, three, 'mean')).toBe('no share');
  expect(whyNoFunnel([...three, { ...place, denominator: null }], three, 'stock')).toBe('no share');
  expect(whyNoFunnel(three, three.slice(1), 'rate')).toBe('few places');
  expect(whyNoFunnel([...three, { ...place, status: 'withheld' }], three, 'rate')).toBe('withheld');
  expect(whyNoFunnel(three, [...three, { numerator: 21, denominator: 20 }], 'rate')).toBe('no share');
});

it('says in words what differs, or that nothing does', () => {
  const kpi = { title: 'Interviews', unit: 'percent', measure: 'rate', better: 'higher' } as const;
  const place = { label: 'Stoke', numerator: 30, denominator: 40, value: 75, words: 'Higher than the rest' };
  const limits = { two: { lower: 0, upper: 1 }, three: { lower: 0, upper: 1 } };
  const places = [{ ...place, ...limits, significance: 'High (0.001)' as const }];
  expect(funnelInWords({ places, average: 43.333, because: null }, kpi)).toBe(
    'Stoke is higher than the rest, at 75.0% (30 of 40). The average of all is 43.3%.',
  );
  const may = [{ ...places[0]!, significance: 'High (0.025)' as const }];
  expect(funnelInWords({ places: may, average: 43.333, because: null }, kpi)).toBe(
    'None differs from the average of 43.3% by more than chance would explain.',
  );
  expect(funnelInWords({ places: [], average: null, because: 'Why.' }, kpi)).toBe('Why.');
});
