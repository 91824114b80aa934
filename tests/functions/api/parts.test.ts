import { expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { emptyPartnership } from '../../partnerships.ts';
import { validated } from './validated.ts';
import { signedInApi } from '../../signed-in.ts';

/** Visits of 16 months from January 2024: one town rises at the end by what the other falls. */
const HANLEY = [10, 12, 9, 13, 10, 12, 9, 13, 10, 12, 9, 13, 10, 18, 19, 18];
const BOTH = 26;
const PEOPLE = {
  Hanley: {},
  Longton: { patient: 'P2', nhs: '9990000026', postcode: 'ST3 1AA', forename: 'Ben' },
};

it('tells which parts changed where the whole did not, and since when', async () => {
  const p = await emptyPartnership({ home: clinicHouse(), now: '2025-06-30T09:00:00Z' });
  const files = HANLEY.map((hanley, i) => {
    const [year, month] = [2024 + Math.floor(i / 12), String((i % 12) + 1).padStart(2, '0')];
    const of = (town: keyof typeof PEOPLE, count: number) =>
      Array.from({ length: count }, (_, n) =>
        visit({ ...PEOPLE[town], visit: `${town}${i}-${n}`, arrived: `1${n % 9}/${month}/${year} 09:30`, left: '' }),
      );
    // The whole moves a little too: a figure that never changes has no usual range.
    const rows = [...of('Hanley', hanley), ...of('Longton', BOTH - hanley + (i % 2))];
    return clinicFile(`visits_${year}_${month}.csv`, rows);
  });
  await land(p, files);
  await build(p);
  const api = await signedInApi(p);

  const { body } = await validated(api, '/api/parts');
  expect(body.parts.find(({ kpi }: { kpi: string }) => kpi === 'visits')).toMatchObject({
    by: { id: 'town', title: 'Town' },
    judged: 2,
    unusual: [
      { value: 'Hanley', since: '2025-02-01', signal: { period: '2025-04', variation: 'neutral_high' } },
      { value: 'Longton', since: '2025-02-01', signal: { period: '2025-04', variation: 'neutral_low' } },
    ],
  });
  const whole = (await validated(api, '/api/kpis/visits/trend')).body.trends[0];
  expect(whole.signal.variation).toBe('common_cause');
  p.close();
});
