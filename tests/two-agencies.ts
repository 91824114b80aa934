// The clinic and a ward of another agency: who knows whom, and who does not.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../etl/build/build.ts';
import { land } from '../etl/landing/land.ts';
import type { Partnership } from '../etl/partnership.ts';
import { clinicFile, clinicHouse, visit } from './clinic.ts';
import { emptyPartnership } from './partnerships.ts';

/** A house in which a hospital sends what a clinic (of `health`) sends. */
export function twoAgencies(): string {
  const home = clinicHouse();
  const at = (path: string) => join(home, path);
  const contract = readFileSync(at('etl/contracts/clinic-visits.odcs.yaml'), 'utf8');
  const ward = contract
    .replaceAll('clinic-visits', 'ward-visits')
    .replaceAll('clinic_visits', 'ward_visits')
    .replace('value: health', 'value: hospital')
    .replace('^visits_', '^ward_');
  writeFileSync(at('etl/contracts/ward-visits.odcs.yaml'), ward);
  const config = readFileSync(at('partnership.yaml'), 'utf8');
  writeFileSync(at('partnership.yaml'), config.replace('{ health: Health }', '{ health: Health, hospital: Hospital }'));
  return home;
}

const ben = { patient: 'P2', nhs: '9990000026', surname: 'Testtwo', forename: 'Ben', postcode: 'ST3 1AA' };
/** The agency's own id is missing: it has a child and no reference for it. */
const nobody = { patient: '', nhs: '', surname: 'Testfour', forename: 'Dan' };

/** Ann is known to both, Ben to the clinic, Cem to the hospital; Dan's visit to the clinic says no id. */
export async function builtForTwo(): Promise<Partnership> {
  const p = await emptyPartnership({ home: twoAgencies() });
  const clinic = clinicFile('visits_2024_05.csv', [
    visit({ visit: 'V1' }),
    visit({ visit: 'V2', ...ben, reason: 'Illness' }),
    visit({ visit: 'V3', ...nobody }),
    visit({ visit: 'V4', reason: 'Illness', arrived: '20/05/2024 10:00', left: '' }),
  ]);
  const ward = clinicFile('ward_2024_05.csv', [
    visit({ visit: 'W1', patient: 'H1' }),
    visit({ visit: 'W2', patient: 'H3', nhs: '9990000034', surname: 'Testthree', forename: 'Cem' }),
  ]);
  await land(p, [clinic, ward]);
  await build(p);
  return p;
}
