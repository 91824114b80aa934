// Why a question has no answer, from partnerships that lack what it needs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { kpiOf, type SeriesRequest } from '../../../etl/query/request.ts';
import { series } from '../../../etl/query/series.ts';
import { noFigures } from '../../../functions/print/no-figures.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { emptyPartnership } from '../../partnerships.ts';

const CALLS = 'covered_by: [clinic-visits, clinic-calls]';

/** The clinic's house with a second extract, of which the KPI `visits` needs files too. */
function houseOfTwo(starts = ''): string {
  const home = clinicHouse();
  const change = (from: string, to: string, edit: (text: string) => string) =>
    writeFileSync(join(home, 'etl', to), edit(readFileSync(join(home, 'etl', from), 'utf8')));
  change('contracts/clinic-visits.odcs.yaml', 'contracts/clinic-calls.odcs.yaml', (yaml) =>
    yaml.replaceAll('visits', 'calls'),
  );
  change('kpis/visits.sql', 'kpis/visits.sql', (sql) => sql.replace('covered_by: [clinic-visits]', CALLS + starts));
  return home;
}

const may = clinicFile('visits_2024_05.csv', [visit()]);
const calls = (month: string) => clinicFile(`calls_2024_${month}.csv`, []);

async function said(home: string, files: string[], asked: Partial<SeriesRequest> = {}): Promise<string> {
  const p = await emptyPartnership({ home });
  await land(p, files);
  const snapshot = await build(p);
  expect(await series(p, snapshot, { kpi: 'visits', grain: 'month', ...asked })).toEqual([]);
  p.close();
  return noFigures(snapshot, kpiOf(snapshot, 'visits'), asked.by ?? []);
}

it('names the extracts of which nothing came', async () => {
  expect(await said(houseOfTwo(), [may])).toContain(
    'needs clinic-visits, clinic-calls, and no file that counts has come of clinic-calls. Land some',
  );
});

it('says that extracts have no day in common, or none since a KPI starts', async () => {
  expect(await said(houseOfTwo(), [may, calls('06')])).toContain('whose files have no day in common. Land');
  const late = houseOfTwo('\nstarts: 2024-09-01');
  expect(await said(late, [may, calls('05')])).toContain('no day in common from 2024-09-01 on. Land');
});

it('says which days are covered when others are asked for', async () => {
  const asked = { from: '2020-01', to: '2020-12' };
  expect(await said(clinicHouse(), [may], asked)).toContain('nothing from 2024-05-01 to 2024-05-31, the days covered,');
});

it('says that no record has a value of a split', async () => {
  const none = clinicFile('visits_2024_05.csv', []);
  expect(await said(clinicHouse(), [none], { by: ['town'] })).toContain('no record has a value of town.');
});
