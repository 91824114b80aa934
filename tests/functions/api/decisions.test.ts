import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { history } from '../../../etl/decisions/log.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Api } from '../../../functions/api/env.ts';
import { clinicApi } from './clinic-api.ts';
import { validated } from './validated.ts';

let p: Partnership;
let api: Api;
beforeAll(async () => ({ p, api } = await clinicApi()));
afterAll(() => p.close());

const JSON_TYPE = { 'Content-Type': 'application/json' };
const send = (body: unknown, headers: Record<string, string> = {}) =>
  validated(api, '/api/decisions', { ...JSON_TYPE, ...headers }, body);
const said = { on: '2025-05-01', owner: 'Chair', source: 'Minutes of May' };
const target = { kind: 'target', kpi: 'visits', ...said, until: null, value: 10 };
const entry = (decision: object | null, more: object = {}) => ({
  by: 'A tester',
  replaces: null,
  why: null,
  decision,
  ...more,
});

it('keeps what is entered, lists it with its history, and says when there is more', async () => {
  expect((await validated(api, '/api/decisions')).body).toEqual([]);
  const kept = await send(entry(target));
  expect(kept).toMatchObject({
    status: 200,
    body: { number: 1, kept_at: '2025-06-01T09:00:00.000Z', decision: target },
  });
  const tag = (await validated(api, '/api/decisions')).headers.get('ETag')!;
  expect((await validated(api, '/api/decisions', { 'If-None-Match': tag })).status).toBe(304);

  await send(entry({ ...target, value: 12 }, { replaces: 1, why: 'Misread' }));
  const { body } = await validated(api, '/api/decisions', { 'If-None-Match': tag });
  const shown = (row: { number: number; replaces: number | null; holds: boolean }) => [
    row.number,
    row.replaces,
    row.holds,
  ];
  expect(body.map(shown)).toEqual([
    [1, null, false],
    [2, 1, true],
  ]);
});

describe('a write', () => {
  it.each([
    ['of something else', entry({ ...target, kind: 'wish' }), {}, 400, '"decision.kind"'],
    ['of a KPI that is not there', entry({ ...target, kpi: 'shoes' }), {}, 404, 'There is no KPI "shoes"'],
    ['that tells who a child is', entry({ ...target, source: 'NHS 999 000 0018' }), {}, 400, 'like an NHS number'],
    ['with a field too many', { ...entry(target), colour: 'red' }, {}, 400, 'colour'],
    ['that is no JSON', '{"by":', {}, 400, 'sound JSON'],
    ['that says it is a form', entry(target), { 'Content-Type': 'text/plain' }, 415, 'Expected JSON'],
    ['from a page elsewhere', entry(target), { Origin: 'https://evil.example' }, 403, 'Only the pages'],
    ['from no page at all', entry(target), { Origin: 'null' }, 403, 'Only the pages'],
    ['across sites', entry(target), { 'Sec-Fetch-Site': 'cross-site' }, 403, 'Only the pages'],
    ['from another site of the same name', entry(target), { 'Sec-Fetch-Site': 'same-site' }, 403, 'Only the pages'],
    ['that is too large', entry({ ...target, source: 'x'.repeat(20_000) }), {}, 413, 'at most'],
    ['over a row replaced before', entry(null, { replaces: 1, why: 'x' }), {}, 422, 'replaced by row 2'],
  ])('%s is refused, and nothing is kept', async (_what, body, headers, status, why) => {
    const before = (await history(p)).length;
    const answer = await send(body, headers as Record<string, string>);
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(why)]);
    expect(answer.body.detail).not.toContain('0018');
    expect(await history(p)).toHaveLength(before);
  });

  it('from our own pages is taken', async () => {
    const meeting = { kind: 'meeting', ...said, text: 'Board' };
    const { status } = await send(entry(meeting), { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' });
    expect(status).toBe(200);
  });

  it('is taken at no other address, and no other method is', async () => {
    const elsewhere = await api.request('/api/kpis', { method: 'POST', headers: JSON_TYPE, body: '{}' });
    expect([elsewhere.status, elsewhere.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
    const other = await api.request('/api/decisions', { method: 'DELETE' });
    expect([other.status, other.headers.get('Allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});
