import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import type { Row } from '../../../etl/engines/engine.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Snapshot } from '../../../etl/snapshots/log.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { emptyPartnership } from '../../partnerships.ts';

let p: Partnership;
let snapshot: Snapshot;
beforeAll(async () => {
  p = await emptyPartnership({ home: clinicHouse() });
  const ben = { patient: 'P2', nhs: '9990000026', forename: 'Ben' };
  await land(p, [
    clinicFile('visits_2024_05.csv', [
      visit({ visit: 'V1', arrived: '02/05/2024 09:00', left: '03/05/2024' }),
      visit({ visit: 'V2', arrived: '30/05/2024 09:00', left: '04/06/2024' }),
      visit({ visit: 'V3', arrived: '30/05/2024 10:00', left: '', ...ben }),
      visit({ visit: 'V4', arrived: '31/05/2024 09:00', left: '31/05/2024', postcode: '', ...ben }),
    ]),
  ]);
  snapshot = await build(p);
});
afterAll(() => p.close());

async function table(kpi: string): Promise<Row[]> {
  const session = await p.engine.session();
  const path = await p.store.localPath(snapshot.kpis[kpi]!.key);
  const rows = await session.rows(`select * from read_parquet('${path}')`);
  session.close();
  return rows;
}
const may = (town: string) => ({
  on_date: '2024-05-01',
  split_town: town,
  split_age_band: '5 to 17',
  split_reason: 'Injury',
});

it('adds up the facts of a month with the same splits, and no more', async () => {
  expect(await table('visits')).toEqual([
    { ...may('Hanley'), facts: 3 },
    { ...may('Not known'), facts: 1 },
  ]);
  expect(await table('injury-share')).toMatchObject([
    { numerator: 3, denominator: 3 },
    { numerator: 1, denominator: 1 },
  ]);
  expect(await table('mean-days')).toMatchObject([
    { total: 6, measured: 2 },
    { total: 0, measured: 1 },
  ]);
  expect(snapshot.kpis.visits!.rows).toBe(4);
});

it('tells children apart by a number that says nothing about them', async () => {
  const rows = await table('patients');
  expect([rows.length, new Set(rows.map((row) => row.one))]).toEqual([3, new Set([1, 2])]);
  expect(Object.keys(rows[0]!)).toEqual([...Object.keys(may('')), 'one']);
});

it('keeps the values of a median, and the days of a stock', async () => {
  expect((await table('median-days')).map((row) => row.value).sort()).toEqual([0, 1, 5, null]);
  expect((await table('present-at-last-position')).map((row) => [row.on_date, row.facts])).toEqual([
    ['2024-05-02', 1],
    ['2024-05-30', 2],
    ['2024-05-31', 1],
  ]);
});
