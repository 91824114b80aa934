import { expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { clinicHouse } from '../../clinic.ts';
import { townFiles } from '../../clinic-towns.ts';
import { emptyPartnership } from '../../partnerships.ts';
import { validated } from './validated.ts';
import { signedInApi } from '../../signed-in.ts';

it('tells which parts changed where the whole did not, and since when', async () => {
  const p = await emptyPartnership({ home: clinicHouse(), now: '2025-06-30T09:00:00Z' });
  await land(p, townFiles());
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
