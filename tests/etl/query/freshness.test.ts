import { expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { freshness } from '../../../etl/query/freshness.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { emptyPartnership } from '../../partnerships.ts';

it('tells of an earlier snapshot what had come by then, and as of the day on which it was built', async () => {
  const p = await emptyPartnership({ home: clinicHouse(), now: '2024-07-05T09:00:00Z' });
  const file = (month: string) =>
    clinicFile(`visits_2024_${month}.csv`, [
      visit({ visit: `V${month}`, arrived: `10/${month}/2024 09:30`, left: '' }),
    ]);
  await land(p, [file('04'), file('05')]);
  const earlier = await build(p);
  await land(p, [file('06')]);
  const later = await build(p);

  const [then] = await freshness(p, earlier);
  expect(then).toMatchObject({ rows: 2, covered: { to: '2024-05-31' }, due: '2024-07-10', state: 'up to date' });
  expect(then!.last_received).not.toBeNull();
  const [now] = await freshness(p, later);
  expect(now).toMatchObject({ rows: 3, covered: { to: '2024-06-30' }, due: '2024-08-10' });
  p.close();
});
