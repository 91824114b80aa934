// The way back from a figure: an agency's own references, of whom it knows, and no more a day than anybody needs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { type CellRequest, childrenOf } from '../../../etl/query/cell.ts';
import { series } from '../../../etl/query/series.ts';
import { currentSnapshot } from '../../../etl/snapshots/log.ts';
import { reIdentify } from '../../../etl/vault/re-identify.ts';
import { clinicFile, visit } from '../../clinic.ts';
import { clockAt, emptyPartnership } from '../../partnerships.ts';
import { builtForTwo, twoAgencies } from '../../two-agencies.ts';

let p: Partnership;
beforeAll(async () => (p = await builtForTwo()));
afterAll(() => p.close());

const snapshot = async () => (await currentSnapshot(p))!;
const cell = async (more: Partial<CellRequest> = {}) =>
  childrenOf(p, await snapshot(), {
    kpi: 'patients',
    grain: 'month',
    period: '2024-05',
    where: {},
    of: 'all',
    ...more,
  });

let persons = 0;
const told = async (agency: string, children: string[][], person = `person ${++persons}`) =>
  reIdentify(p, { agency, person, snapshot: (await snapshot()).number, children });
const listed = async (agency: string, more: Partial<CellRequest> = {}) => told(agency, await cell(more));

describe('the children of a cell', () => {
  it('are those that the figure counts, in every period and split', async () => {
    const current = await snapshot();
    let looked = 0;
    for (const grain of ['month', 'quarter', 'year', 'rolling12', 'all'] as const)
      for (const by of ['town', 'age_band', 'reason'])
        for (const row of await series(p, current, { kpi: 'patients', grain, by: [by] })) {
          const children = await cell({ grain, period: row.period, where: { [by]: [row.split[by]!] } });
          expect(children).toHaveLength(row.numerator);
          looked += 1;
        }
    expect(looked).toBeGreaterThan(20);
  });

  it.each([
    ['counted', 2],
    ['rest', 2],
    ['all', 3],
  ] as const)('of a share are those that are %s', async (of, n) => {
    // Ann has one visit of either kind, so that she is in both.
    expect(await cell({ kpi: 'injury-share', of })).toHaveLength(n);
  });

  it('of a stock are those of the last position, whoever passes the filter', async () => {
    expect(await cell({ kpi: 'present-at-last-position' })).toHaveLength(1);
    expect(await cell({ kpi: 'present-at-last-position', where: { reason: ['Injury'] } })).toEqual([]);
  });

  it('are those of the value that the figure is of unless its split is asked for', async () => {
    expect(await cell({ kpi: 'injured-patients' })).toHaveLength(2);
    expect(await cell({ kpi: 'injured-patients', where: { reason: ['Illness'] } })).toHaveLength(2);
    expect(await cell({ kpi: 'injured-patients', where: { town: ['Longton'] } })).toEqual([]);
  });

  it.each([
    ['a KPI', { kpi: 'shoes' }, 'There is no KPI'],
    ['a period', { period: '2030-01' }, 'is no period'],
    ['a split', { where: { colour: ['red'] } }, 'has no split'],
    ['a value', { where: { town: ["Hanley') or true --"] } }, 'is no value'],
    ['a part', { of: 'counted' }, 'counts all of its records'],
  ] as const)('are refused for %s that there is not', async (_what, more, why) => {
    await expect(cell(more as Partial<CellRequest>)).rejects.toThrow(why);
  });
});

describe('an agency is told', () => {
  it('its own references alone, and how many it does not know', async () => {
    expect(await listed('health')).toEqual({ references: ['P1', 'P2'], others: 1 });
    expect(await listed('hospital')).toEqual({ references: ['H1'], others: 2 });
    expect(await listed('council')).toEqual({ references: [], others: 3 });
  });

  it('nothing of another, whatever references are asked about', async () => {
    const session = await p.engine.session();
    const path = await p.store.localPath((await snapshot()).tables.person_map!.key);
    const all = await session.rows<{ source_ref: string }>(`select source_ref from read_parquet('${path}')`);
    session.close();
    const everybody = all.map(({ source_ref }) => [source_ref]);
    expect((await told('hospital', everybody)).references).toEqual(['H1', 'H3']);
    expect((await told('hospital', [["' or true --"]])).references).toEqual([]);
  });

  it("nothing that another sent, also when an extract is another agency's now", async () => {
    const home = twoAgencies();
    const ward = join(home, 'etl/contracts/ward-visits.odcs.yaml');
    writeFileSync(ward, readFileSync(ward, 'utf8').replace('value: hospital', 'value: health'));
    const later = await emptyPartnership({ data: p.data, home });
    const asked = { agency: 'health', person: 'y', snapshot: (await snapshot()).number, children: await cell() };
    expect((await reIdentify(later, asked)).references).toEqual(['P1', 'P2']);
    later.close();
  });

  it('a reference of what counts now, and none of a file that was withdrawn or replaced', async () => {
    const children = await cell();
    const other = clinicFile('visits_2024_05_v2.csv', [visit({ visit: 'V9', patient: 'P9' })]);
    const before = (await snapshot()).number;
    await land(p, [other]);
    await build(p);
    expect((await told('health', children)).references).not.toContain('P2');
    expect((await reIdentify(p, { agency: 'health', person: 'x', snapshot: before, children })).references).toContain(
      'P2',
    );
  });
});

describe('a person', () => {
  const NEXT = '2025-06-02T00:00:00Z';
  const ask = (person: string, clock = p.clock) =>
    reIdentify({ ...p, clock }, { agency: 'health', person, snapshot: 1, children: [] });

  it('has twenty lists a day, each for oneself, also when many are asked for at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 30 }, () => ask('one')));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    await expect(ask('one')).rejects.toMatchObject({ kind: 'too-many' });
    await ask('another');
    await ask('one', clockAt(NEXT));
  });

  it('is not kept by a name, nor is what was told', async () => {
    await ask('issuer https://idp.example subject somebody');
    const turns = await p.store.list('web/turns/');
    expect(turns.length).toBeGreaterThan(0);
    for (const key of turns) {
      expect(key).toMatch(/^web\/turns\/2025-06-0\d\/[0-9a-f]{32}\/\d+$/);
      expect(await p.store.read(key)).toHaveLength(0);
    }
  });
});

it('a list that would copy a register is refused, and nothing of it told', async () => {
  const many = Array.from({ length: 101 }, (_, i) =>
    visit({
      visit: `M${i}`,
      patient: `M${i}`,
      nhs: '',
      surname: `Testmany${i}`,
      arrived: '10/06/2024 09:00',
      left: '',
    }),
  );
  await land(p, [clinicFile('visits_2024_06.csv', many)]);
  await build(p);
  await expect(listed('health', { period: '2024-06' })).rejects.toMatchObject({ kind: 'refused' });
});

it('the query asks for no column that says who a child is', () => {
  const sql = ['re-identify.sql', 're-identify.ts'].map((name) => readFileSync(`etl/vault/${name}`, 'utf8')).join('\n');
  expect(sql).not.toMatch(/surname|forename|nhs_number|upn|postcode|birth_date|select \*/);
});
