import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Api } from '../../../functions/api/env.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { emptyPartnership } from '../../partnerships.ts';
import { signedInApi } from '../../signed-in.ts';

/** The clinic with two months of visits (Ann twice, Ben once), a month with a rejected row, and a refused file, built once. */
export async function clinicApi(): Promise<{ p: Partnership; api: Api }> {
  const p = await emptyPartnership({ home: clinicHouse() });
  const files = [
    clinicFile('visits_2024_04.csv', [visit({ visit: 'V1', arrived: '10/04/2024 09:30', left: '11/04/2024' })]),
    clinicFile('visits_2024_05.csv', [
      visit({ visit: 'V2', arrived: '10/05/2024 09:30' }),
      visit({
        visit: 'V3',
        patient: 'P2',
        nhs: '9990000026',
        surname: 'Testtwo',
        forename: 'Ben',
        postcode: 'ST3 1AA',
        reason: 'Illness',
        arrived: '12/05/2024 10:00',
        left: '14/05/2024',
      }),
      visit({ visit: 'V4', reason: 'Boredom' }),
    ]),
    clinicFile('visits_2024_06.csv', [], 'Not,The,Header'),
  ];
  await land(p, files);
  await build(p);
  return { p, api: await signedInApi(p) };
}
