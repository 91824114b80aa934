// What a build does again: what depends on what changed, with the tables that a build from nothing would give.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import fc from 'fast-check';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { currentSnapshot, rollback, type Snapshot } from '../../../etl/snapshots/log.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { clockAt, emptyPartnership } from '../../partnerships.ts';

/** The clinic's house with a second extract, calls, that has a model and a KPI of its own. */
function houseOfTwo(): string {
  const home = clinicHouse();
  const copy = (from: string, to: string, change: (text: string) => string) =>
    writeFileSync(join(home, 'etl', to), change(readFileSync(join(home, 'etl', from), 'utf8')));
  const calls = (text: string) => text.replaceAll('visits', 'calls').replaceAll('from visit\n', 'from call\n');
  copy('contracts/clinic-visits.odcs.yaml', 'contracts/clinic-calls.odcs.yaml', calls);
  copy('models/visit.sql', 'models/call.sql', calls);
  copy('kpis/visits.sql', 'kpis/calls.sql', calls);
  return home;
}

const ben = { patient: 'P2', nhs: '9990000026', forename: 'Ben' };
const visits = (month: string, rows: Parameters<typeof visit>[0][]) =>
  clinicFile(`visits_2024_${month}.csv`, rows.map(visit));
const calls = (rows: Parameters<typeof visit>[0][], version = '') =>
  clinicFile(`calls_2024_05${version}.csv`, rows.map(visit));
const OF_VISITS = [
  'visit',
  'injured-patients',
  'injury-share',
  'mean-days',
  'median-days',
  'patients',
  'present-at-last-position',
  'visits',
];

it('does again what depends on what came, and nothing else', async () => {
  const home = houseOfTwo();
  const p = await emptyPartnership({ home });
  await land(p, [visits('05', [{}]), calls([{ visit: 'C1' }])]);
  const first = await build(p);
  expect(first.redone).toEqual(
    expect.arrayContaining(['staged_clinic_visits', 'staged_clinic_calls', 'calls', ...OF_VISITS]),
  );

  await land(p, [calls([{ visit: 'C2' }], '_v2')]);
  const second = await build(p);
  expect(second.redone).toEqual(['staged_clinic_calls', 'call', 'calls']);
  expect(second.kpis.visits).toEqual(first.kpis.visits);

  // A new child of the same agency: the other extract is looked at again, and found to be what it was.
  await land(p, [visits('06', [{ visit: 'V2', arrived: '10/06/2024 09:00', left: '', ...ben }])]);
  const third = await build(p);
  expect(third.redone).toEqual(['staged_clinic_calls', 'staged_clinic_visits', ...OF_VISITS]);
  expect(third.tables.staged_clinic_calls!.key).toBe(second.tables.staged_clinic_calls!.key);
  p.close();
});

it('does again one KPI when its file changes, and none when nothing does', async () => {
  const home = houseOfTwo();
  const p = await emptyPartnership({ home });
  await land(p, [visits('05', [{}])]);
  const first = await build(p);
  expect(await build(p)).toEqual(first);
  const path = join(home, 'etl/kpis/visits.sql');
  writeFileSync(path, readFileSync(path, 'utf8').replace('from visit', 'from visit where town is not null'));
  expect((await build(p)).redone).toEqual(['visits']);
  p.close();
});

/** The tables that a build makes who takes nothing from the one before but who is who. */
async function fromNothing(p: Partnership): Promise<Snapshot> {
  const now = (await currentSnapshot(p))!;
  const tables = { person_map: now.tables.person_map! };
  const bare = { ...now, number: now.number + 1, inputs: '', extracts: {}, children: undefined, tables, kpis: {} };
  await p.store.put(`lake/_log/${String(bare.number).padStart(8, '0')}.json`, JSON.stringify(bare));
  const fresh = await openPartnership({ data: p.data, home: p.house.kpis.replace(/.etl.kpis$/, ''), clock: p.clock });
  const made = await build(fresh);
  fresh.close();
  return made;
}
const keysOf = (s: Snapshot) =>
  [s.tables, s.kpis].map((all) =>
    Object.entries(all)
      .map(([name, { key }]) => [name, key])
      .sort(),
  );

it('gives the very tables that a build from nothing gives, whatever came in whatever order', async () => {
  const home = houseOfTwo();
  const row = fc.record({
    visit: fc.constantFrom('V1', 'V2', 'V3', 'V4'),
    patient: fc.constantFrom('P1', 'P2', 'P3', ''),
    nhs: fc.constantFrom('9990000018', '9990000026', ''),
    forename: fc.constantFrom('Ann', 'Ben'),
    reason: fc.constantFrom('Injury', 'Illness', ''),
    postcode: fc.constantFrom('ST1 1AA', 'ST3 1AA', ''),
  });
  const file = fc.record({
    kind: fc.constantFrom('visits', 'calls'),
    month: fc.constantFrom('04', '05', '06'),
    version: fc.constantFrom('', '_v2', '_v3'),
    rows: fc.array(row, { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 5 }), async (files) => {
      const p = await openPartnership({
        data: (await emptyPartnership({ home })).data,
        home,
        clock: clockAt('2025-06-01T09:00:00Z'),
      });
      for (const { kind, month, version, rows } of files) {
        await land(p, [
          clinicFile(
            `${kind}_2024_${month}${version}.csv`,
            rows.map((r) => visit({ ...r, arrived: `10/${month}/2024 09:00`, left: '' })),
          ),
        ]);
        await build(p);
      }
      expect(keysOf((await currentSnapshot(p))!)).toEqual(keysOf(await fromNothing(p)));
      p.close();
    }),
    { numRuns: 6 },
  );
}, 60_000);

it('gathers what many files hold, leaves out what no longer counts, and gives the same', async () => {
  const home = houseOfTwo();
  const p = await emptyPartnership({ home, now: '2030-01-01T09:00:00Z' });
  const month = (i: number) => `${2020 + Math.floor(i / 12)}_${String((i % 12) + 1).padStart(2, '0')}`;
  const one = (i: number, version = '') => {
    const day = `10/${month(i).slice(5)}/${month(i).slice(0, 4)}`;
    return clinicFile(`visits_${month(i)}${version}.csv`, [
      visit({ visit: `V${i}${version}`, arrived: `${day} 09:00`, left: '' }),
    ]);
  };
  await land(
    p,
    Array.from({ length: 40 }, (_, i) => one(i)),
  );
  const first = await build(p);
  const gathered = first.extracts!['clinic-visits']!.gathered!;
  expect(gathered.staged).toMatch(/^lake\/gathered\/clinic-visits\//);
  expect(gathered.identities).toMatch(/^vault\//);

  await land(p, [one(40)]);
  expect((await build(p)).extracts!['clinic-visits']!.gathered).toEqual(gathered);
  await land(p, [one(3, '_v2')]);
  const corrected = await build(p);
  expect(corrected.extracts!['clinic-visits']!.gathered).not.toEqual(gathered);
  expect(corrected.kpis.visits!.rows).toBe(41);
  expect(keysOf(corrected)).toEqual(keysOf(await fromNothing(p)));

  // Back to before the correction, whose file then counts again as soon as anything is built.
  await rollback(p, first.number);
  await land(p, [one(41)]);
  expect((await build(p)).kpis.visits!.rows).toBe(42);
  p.close();
}, 60_000);

it('does again a KPI of a query in which the engine finds no table', async () => {
  const windowed = (sql: string) =>
    sql.replace(
      /select child_ref[^;]*$/,
      `with dated as (select *, max(arrived_on) over (partition by child_ref order by arrived_on
      range between unbounded preceding and interval '1' day preceding) as previous_on from visit)
    select arrived_on, previous_on, town, age_band, reason from dated\n`,
    );
  const home = houseOfTwo();
  const path = join(home, 'etl/kpis/visits.sql');
  writeFileSync(path, windowed(readFileSync(path, 'utf8')));
  const p = await emptyPartnership({ home });
  const session = await p.engine.session();
  expect(session.tableNames(readFileSync(path, 'utf8').split('--- */')[1]!)).toEqual([]);
  session.close();
  await land(p, [visits('05', [{}])]);
  await build(p);
  await land(p, [visits('06', [{ visit: 'V2', arrived: '10/06/2024 09:00', left: '' }])]);
  const second = await build(p);
  expect(second.redone).toContain('visits');
  expect(second.kpis.visits!.rows).toBe(2);
  p.close();
});

it('tells anew what a KPI covers when its table stays as it was', async () => {
  const p = await emptyPartnership({ home: houseOfTwo() });
  await land(p, [visits('05', [{}])]);
  const first = await build(p);
  await land(p, [visits('06', [])]);
  const second = await build(p);
  expect(second.redone).toEqual(['staged_clinic_visits']);
  expect(second.kpis.visits!.key).toBe(first.kpis.visits!.key);
  expect(second.kpis.visits!.covered).not.toEqual(first.kpis.visits!.covered);
  p.close();
});
