import { afterAll, beforeAll, expect, it } from 'vitest';
import { keep } from '../../../etl/decisions/log.ts';
import type { Pack } from '../../../etl/disclosure/pack/pack.ts';
import type { Release, ReleasedRow } from '../../../etl/disclosure/release.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Api } from '../../../functions/api/env.ts';
import { clinicApi } from './clinic-api.ts';
import { validated } from './validated.ts';

let p: Partnership;
let api: Api;
beforeAll(async () => ({ p, api } = await clinicApi()));
afterAll(() => p.close());

const row = (period: string, from: string, to: string, numerator: number): ReleasedRow => ({
  period,
  from,
  to,
  split: {},
  numerator,
  denominator: 100,
  value: numerator,
  status: 'final',
});
const release: Release = {
  audience: 'board-pack',
  snapshot: 1,
  built_at: '2025-06-01T09:00:00.000Z',
  rules: { withhold: { from: 1, to: 5 }, dominance: { over: 0.9, group_under: 20 }, possible_values: 3 },
  tables: (
    [
      [
        'quarter',
        [row('2023-24 Q4', '2024-01-01', '2024-03-31', 20), row('2024-25 Q4', '2025-01-01', '2025-03-31', 30)],
      ],
      ['year', [row('2024-25', '2024-04-01', '2025-03-31', 25)]],
    ] as const
  ).map(([grain, rows]) => ({
    kpi: 'injury-share',
    title: 'Injuries',
    unit: 'percent',
    measure: 'rate',
    better: 'lower',
    definition: 'Of all visits, those for an injury.',
    grain,
    by: null,
    rows: [...rows],
  })),
};
const ask = (query = '') => validated<Pack & { detail: string }>(api, `/api/board-pack${query}`);

it('says who makes a release, and how, where there is none', async () => {
  const { status, body } = await ask();
  expect([status, body.detail]).toEqual([404, expect.stringContaining('safeguarding release --audience board-pack')]);
});

it('is of the last quarter unless told, with the year before, the years and what was noted', async () => {
  await p.store.put('lake/releases/board-pack/00000001.json', JSON.stringify(release));
  const said = { on: '2025-05-01', owner: 'Board', source: 'Minutes' };
  const action = {
    kind: 'action',
    kpi: 'injury-share',
    ...said,
    text: 'Ask',
    due: '2025-07-01',
    done_on: null,
  } as const;
  await keep(p, { by: 'A test', replaces: null, why: null, decision: action });
  const { status, body } = await ask();
  expect(status).toBe(200);
  expect(body.period).toMatchObject({ period: '2024-25 Q4', grain: 'quarter' });
  expect(
    body.measures.map(({ now, year_before, years, sheet }) => [now?.value, year_before?.value, years, sheet]),
  ).toEqual([[30, 20, [release.tables[1]!.rows[0]], null]]);
  expect(body.notes).toMatchObject({ last_met: null, actions: [action], since: [action] });
  expect(body.extracts.map(({ refused, rejected }) => [refused, rejected])).toEqual([[1, 1]]);
  expect(JSON.stringify(body.extracts)).not.toMatch(/"(rows|submissions|accepted)"/);
});

it('is the same when asked again, and under another tag once something is decided', async () => {
  const [once, twice] = [await ask(), await ask()];
  expect(twice.body).toEqual(once.body);
  const meeting = { kind: 'meeting', on: '2025-05-02', owner: 'Board', source: 'Minutes', text: 'Board' } as const;
  await keep(p, { by: 'A test', replaces: null, why: null, decision: meeting });
  expect((await ask()).headers.get('ETag')).not.toBe(once.headers.get('ETag'));
});

it('takes a year, a measure that is chosen, and a snapshot', async () => {
  const { body } = await ask('?period=2024-25&measure=injury-share&as_at=1');
  expect([body.period.grain, body.measures[0]!.sheet, body.snapshot]).toEqual(['year', 'chosen', 1]);
});

it.each([
  ['?period=1999-00%20Q1', 400, 'Expected one that is complete, such as "2024-25 Q4", "2024-25".'],
  ['?measure=shoe-size', 400, '"shoe-size" is not released for the board. Expected one of: injury-share.'],
  ['?as_at=7', 404, 'There is no snapshot 7.'],
  ['?to=2025-03-31', 400, 'There is no query parameter "to".'],
])('says what it takes when asked for %s', async (query, expected, detail) => {
  const { status, body } = await ask(query);
  expect([status, body.detail]).toEqual([expected, expect.stringContaining(detail)]);
});
