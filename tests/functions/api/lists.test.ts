// An authorised person asks for their own agency's references, over HTTP: with a purpose, freshly signed in, recorded, and so many a day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { clinicFile, visit } from '../../clinic.ts';
import { clockAt } from '../../partnerships.ts';
import { builtForTwo } from '../../two-agencies.ts';
import { faulted } from '../../faults/faulted.ts';
import { type Asks, recorded, server } from './asking.ts';

let p: Partnership;
let asks: Asks;
beforeAll(async () => {
  p = await builtForTwo();
  asks = await server(p)('quality-assurance', 'hospital');
});
afterAll(() => p.close());

const asked = (more: object = {}) => ({
  kpi: 'patients',
  period: '2024-05',
  purpose: 'audit of practice',
  case_ref: 'QA/2025/7',
  ...more,
});
const IDENTIFIERS = ['P1', 'P2', 'H3', 'Testone', 'Testtwo', 'Ann', 'Ben', '9990000018', '2015-02-01', 'ST1 1AA'];

it('answers with the own references, tells of others only roughly, and keeps nothing of it in a cache', async () => {
  const { status, body, headers, text } = await asks.post('/api/lists', asked());
  expect(status).toBe(200);
  expect(body).toEqual({
    snapshot: 1,
    kpi: 'patients',
    period: '2024-05',
    agency: 'hospital',
    references: ['H1'],
    others: 'a few',
    sensitive: true,
  });
  expect(headers.get('Cache-Control')).toBe('no-store');
  const said = JSON.stringify([...headers]) + text;
  for (const word of IDENTIFIERS) expect(said).not.toContain(word);
});

it.each(['qa/2025/7', 'AUD-2025-014', 'LCS1234567', ' MACE/24/3 '])('takes the reference %j', async (case_ref) => {
  const own = await server(p)('quality-assurance', 'health');
  expect((await own.post('/api/lists', asked({ case_ref }))).status).toBe(200);
});

it('does not tell of one child of other agencies by two lists that differ by it', async () => {
  const more = await builtForTwo();
  const visits = Array.from({ length: 13 }, (_, i) =>
    visit({
      visit: `V${10 + i}`,
      patient: `P${10 + i}`,
      nhs: '',
      surname: `Test${'abcdefghijklm'[i]}`,
      arrived: '03/06/2024 09:00',
      left: '',
      reason: i === 0 ? 'Illness' : 'Injury',
    }),
  );
  await land(more, [clinicFile('visits_2024_06.csv', visits)]);
  await build(more);
  const ask = await server(more)('quality-assurance', 'hospital');
  const all = await ask.post('/api/lists', asked({ period: '2024-06' }));
  const injured = await ask.post('/api/lists', asked({ period: '2024-06', where: { reason: ['Injury'] } }));
  expect([all.body.others, injured.body.others]).toEqual([15, 10]);
  more.close();
});

it('is recorded with its purpose, the KPI and the count, and never a reference', async () => {
  await asks.post('/api/lists', asked({ where: { reason: ['Injury'] } }));
  const entries = await recorded(p);
  expect(entries).toContainEqual([
    'quality-assurance',
    're-identify',
    'patients 2024-05 all reason=Injury: 1 references',
    'allowed',
    'audit of practice (QA/2025/7)',
  ]);
  for (const key of await p.store.list('audit/')) {
    const text = Buffer.from((await p.store.read(key))!).toString();
    for (const word of [...IDENTIFIERS, 'H1']) expect(text).not.toContain(`"${word}`);
  }
});

describe('is refused', () => {
  it.each([
    ['without a purpose', { purpose: undefined }, 400],
    ['with a purpose of their own', { purpose: 'I know the family' }, 400],
    ['without a reference', { case_ref: ' ' }, 400],
    ['for an agency that is said', { agency: 'health' }, 400],
    ['for a KPI that is not there', { kpi: 'shoes' }, 404],
    ['for a period that is none', { period: '2030-01' }, 400],
    ['for a split that is none', { where: { colour: ['red'] } }, 400],
    ['for no value of a split', { where: { reason: [] } }, 400],
    ['for a part that is none', { of: 'counted' }, 400],
  ])('%s', async (_what, more, status) => {
    const answer = await asks.post('/api/lists', asked(more));
    expect([answer.status, answer.text.includes('references"')]).toEqual([status, false]);
  });

  it('with three filters, which would single a child out', async () => {
    const where = { town: ['Hanley'], reason: ['Injury'], age_band: ['5 to 17'] };
    const answer = await asks.post('/api/lists', asked({ where }));
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('at most 2 filters')]);
    const { age_band: _, ...two } = where;
    expect((await asks.post('/api/lists', asked({ where: two }))).status).toBe(200);
  });

  it.each([
    '999 000 0018',
    '999.000.0018',
    '9990000018',
    'N9990000018',
    'Jane Doe',
    'Jane-Doe-12-03-2011',
    'JD-12-03-2011',
    'JD 12032011',
    'TESTONE/7',
    'ST1 1AA',
    'QA/2025/7 Doe',
    'QA\n7',
    'A/2025/7/8',
    'FOUR',
  ])('under %j, which is no reference, and says what one is', async (case_ref) => {
    const answer = await asks.post('/api/lists', asked({ case_ref }));
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('QA/2025/7')]);
    expect(answer.text).not.toContain(case_ref);
  });

  it.each(['analyst', 'supplier', 'link-reviewer', 'data-protection', 'operator'] as const)(
    'to the role %s',
    async (role) => {
      const answer = await (await server(p)(role, 'hospital')).post('/api/lists', asked());
      expect([answer.status, answer.text.includes('H1')]).toEqual([403, false]);
    },
  );

  it('to somebody who signed in six minutes ago, and asks them to show again who they are', async () => {
    const before = { ...p, clock: clockAt('2025-06-01T08:53:59Z') };
    const late = await server(p)('quality-assurance', 'hospital', before);
    const answer = await late.post('/api/lists', asked());
    expect([answer.status, answer.headers.get('WWW-Authenticate')]).toEqual([401, expect.stringContaining('max_age')]);
    expect(answer.text).not.toContain('H1');
  });

  it('when the record cannot be written: nothing goes out', async () => {
    const broken = { ...p, store: faulted(p.store, ({ key }) => (key.startsWith('audit/') ? 'fail' : undefined)) };
    const answer = await (await server(broken)('executive', 'health', p)).post('/api/lists', asked());
    expect([answer.status, answer.text.includes('P1')]).toEqual([503, false]);
  });

  it('when somebody has had as many as a day allows, and that is recorded', async () => {
    const another = await server(p)('executive', 'hospital');
    const statuses = [];
    for (let i = 0; i < 21; i++) statuses.push((await another.post('/api/lists', asked())).status);
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
    expect((await recorded(p)).at(-1)).toEqual([
      'executive',
      're-identify',
      'patients 2024-05 all',
      'denied',
      'audit of practice (QA/2025/7)',
    ]);
  });
});
