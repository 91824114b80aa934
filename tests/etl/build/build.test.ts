import { describe, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { series } from '../../../etl/query/series.ts';
import { currentSnapshot, listSnapshots, readSnapshot, rollback } from '../../../etl/snapshots/log.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { emptyPartnership, scratchFolder } from '../../partnerships.ts';

const may = (rows: string[], version = '') => clinicFile(`visits_2024_05${version}.csv`, rows);
const june = (rows: string[]) => clinicFile('visits_2024_06.csv', rows);
const one = visit({ visit: 'V1' });
const two = visit({ visit: 'V2', patient: 'P2', nhs: '', surname: 'Testtwo' });
const visits = async (p: Partnership, n?: number) => {
  const snapshot = n ? await readSnapshot(p, n) : (await currentSnapshot(p))!;
  return (await series(p, snapshot, { kpi: 'visits', grain: 'all' }))[0]?.numerator;
};

describe('a build', () => {
  it('of nothing is a snapshot in which no period has a row', async () => {
    const p = await emptyPartnership({ home: clinicHouse() });
    const snapshot = await build(p);
    expect(snapshot).toMatchObject({ number: 1, submissions: [] });
    expect(await series(p, snapshot, { kpi: 'visits', grain: 'month' })).toEqual([]);
    p.close();
  });

  it('publishes the next snapshot, and none when nothing changed', async () => {
    const p = await emptyPartnership({ home: clinicHouse() });
    expect(await currentSnapshot(p)).toBeUndefined();
    await land(p, [may([one])]);
    expect(await build(p)).toMatchObject({ number: 1, parent: null });
    expect(await build(p)).toMatchObject({ number: 1 });
    await land(p, [june([two])]);
    expect(await build(p)).toMatchObject({ number: 2, parent: 1 });
    expect([await visits(p, 1), await visits(p, 2)]).toEqual([1, 2]);
    p.close();
  });

  it('counts the higher version of a period whatever came first, and the later arrival where no version tells', async () => {
    const p = await emptyPartnership({ home: clinicHouse() });
    await land(p, [may([one, two], '_v2'), may([one], '_v1')]);
    await build(p);
    expect(await visits(p)).toBe(2);
    await land(p, [
      june([visit({ visit: 'V3' }), visit({ visit: 'V4' }), visit({ visit: 'V5' })]),
      june([visit({ visit: 'V3' })]),
    ]);
    await build(p);
    expect(await visits(p)).toBe(3);
    p.close();
  });

  it('takes the row of the latest period where a key comes again', async () => {
    const p = await emptyPartnership({ home: clinicHouse() });
    await land(p, [june([visit({ visit: 'V1', reason: 'Illness' })]), may([one])]);
    const snapshot = await build(p);
    const rows = await series(p, snapshot, { kpi: 'visits', grain: 'all', by: ['reason'] });
    expect(rows.map((r) => [r.split.reason, r.numerator])).toEqual([['Illness', 1]]);
    p.close();
  });

  it("keeps each child's reference from one snapshot to the next", async () => {
    const p = await emptyPartnership({ home: clinicHouse() });
    await land(p, [may([one])]);
    const children = async () => {
      const session = await p.engine.session();
      const { tables } = (await currentSnapshot(p))!;
      const rows = await session.rows<{ child_ref: string }>(
        `select child_ref from read_parquet('${await p.store.localPath(tables.person_map!.key)}') order by 1`,
      );
      session.close();
      return rows.map((r) => r.child_ref);
    };
    await build(p);
    const [first] = await children();
    await land(p, [june([two])]);
    await build(p);
    expect(await children()).toHaveLength(2);
    expect(await children()).toContain(first);
    p.close();
  });

  it('goes back by a new commit, and history stays', async () => {
    const p = await emptyPartnership({ home: clinicHouse() });
    await land(p, [may([one])]);
    await build(p);
    await land(p, [june([two])]);
    await build(p);
    expect(await rollback(p, 1)).toMatchObject({ number: 3, parent: 2, reason: 'rollback to 1' });
    expect([await visits(p), await visits(p, 2)]).toEqual([1, 2]);
    expect((await listSnapshots(p)).map((s) => s.number)).toEqual([3, 2, 1]);
    expect(await build(p)).toMatchObject({ number: 3 });
    await land(p, [clinicFile('visits_2024_07.csv', [visit({ visit: 'V9' })])]);
    expect(await build(p)).toMatchObject({ number: 4 });
    expect(await visits(p)).toBe(3);
    await expect(rollback(p, 9)).rejects.toThrow('There is no snapshot 9. The last one is 4.');
    p.close();
  });

  it('publishes once what two builds make at the same time', async () => {
    const data = scratchFolder();
    const home = clinicHouse();
    const [a, b] = [await emptyPartnership({ data, home }), await emptyPartnership({ data, home })];
    await land(a, [may([one])]);
    const made = await Promise.all([build(a), build(b)]);
    expect(made.map((s) => s.number)).toEqual([1, 1]);
    expect([await visits(a), (await listSnapshots(a)).length]).toEqual([1, 1]);
    a.close();
    b.close();
  });
});

describe('a wrong definition stops the build with file and reason, and readers keep what they have', () => {
  const head = (text: string) => ({
    kpis: { broken: `/* ---\n${text}\n--- */\nselect child_ref, arrived_on from visit` },
  });
  const sound =
    'title: T\nquestion: Q\npriority: clinic\nmeasure: count\nunit: visits\nbetter: neither\ndate: arrived_on\ncovered_by: [clinic-visits]\nchart: none\nowner: O\ndefinition: D';
  it.each([
    ['kpis/broken.sql:5: "measure"', head(sound.replace('measure: count', 'measure: rats'))],
    [
      'kpis/broken.sql:2: "the file": a rate needs "numerator"',
      head(sound.replace('measure: count', 'measure: rate\ndenominator: x')),
    ],
    ['kpis/broken.sql: the header names "town"', head(`${sound}\nsplits: [town]`)],
    [
      'kpis/broken.sql: "child_ref" is varchar. Expected a number',
      head(sound.replace('measure: count', 'measure: median\nvalue: child_ref')),
    ],
    ['kpis/broken.sql: there is no priority "clinics"', head(sound.replace('priority: clinic', 'priority: clinics'))],
    ['kpis/broken.sql: covered_by names "visits"', head(sound.replace('clinic-visits', 'visits'))],
    [
      'kpis/broken.sql: there is no table "viist"',
      { kpis: { broken: `/* ---\n${sound}\n--- */\nselect * from viist` } },
    ],
    ['kpis/broken.sql: Binder Error', { kpis: { broken: `/* ---\n${sound}\n--- */\nselect chlid_ref from visit` } }],
    [
      'kpis/broken.sql: 2 facts have no "arrived_on"',
      { kpis: { broken: `/* ---\n${sound}\n--- */\nselect cast(null as date) as arrived_on from visit` } },
    ],
    ['kpis/broken.sql:1: expected a header', { kpis: { broken: 'select 1' } }],
    [
      'models/visit.sql: "left" is promised not to be null',
      {
        model: (sql: string) =>
          sql
            .replace('not_null: [child_ref', 'not_null: [left')
            .replace('v.reason, v.town', 'v.reason, cast(null as date) as "left", v.town'),
      },
    ],
    [
      'models/visit.sql: the header names "visit", which the query does not give',
      { model: (sql: string) => sql.replace('unique: [visit_ref]', 'unique: [visit]') },
    ],
    [
      'models/visit.sql: (reason) is promised to be unique, but 1 keys',
      { model: (sql: string) => sql.replace('unique: [visit_ref]', 'unique: [reason]') },
    ],
  ])('%s', async (message, changes) => {
    const p = await emptyPartnership({ home: clinicHouse(changes) });
    await land(p, [may([one, two])]);
    await expect(build(p)).rejects.toThrow(message);
    expect(await currentSnapshot(p)).toBeUndefined();
    p.close();
  });

  it('without the value at which a query stopped', async () => {
    const broken = `/* ---\n${sound}\n--- */\nselect cast(reason as date) as arrived_on from visit`;
    const p = await emptyPartnership({ home: clinicHouse({ kpis: { broken } }) });
    await land(p, [may([one, two])]);
    const error = await build(p).catch((thrown: Error) => thrown.message);
    expect(error).toMatch(/^kpis\/broken\.sql: The query stopped at a value \(Conversion Error\)/);
    expect(error).not.toMatch(/Injury|Illness/);
    p.close();
  });
});
