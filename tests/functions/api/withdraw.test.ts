// A wrong file is withdrawn by its own agency, and the rejected rows go back to the sender.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { ownPlace } from '../../../functions/local/place.ts';
import { clinicFile, visit } from '../../clinic.ts';
import { builtForTwo } from '../../two-agencies.ts';
import { type Asks, recorded, server } from './asking.ts';

let p: Partnership;
let as: ReturnType<typeof server>;
let ours: Asks;
let theirs: Asks;
let id: string;
const wake = vi.fn<() => void>();
beforeAll(async () => {
  p = await builtForTwo();
  as = server(p, ownPlace(p, wake));
  [ours, theirs] = [await as('supplier', 'health'), await as('supplier', 'hospital')];
  const rows = [
    visit({ visit: 'V7', arrived: '02/06/2024 09:00', left: '' }),
    visit({ visit: 'V8', reason: 'Boredom' }),
  ];
  id = (await land(p, [clinicFile('visits_2024_06.csv', rows)]))[0]!.id;
  await build(p);
});
afterAll(() => p.close());

const withdraw = (who: Asks, body: object = { reason: 'wrong file' }, of = id) =>
  who.post(`/api/submissions/${of}/withdraw`, body);

it('gives its sender the rejected rows as CSV: where each stands and what to do, and no value of a cell', async () => {
  const answer = await ours.get(`/api/submissions/${id}?format=csv`);
  expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="rejects-${id}.csv"`);
  const lines = answer.text.trimEnd().split('\n');
  expect(lines[0]).toBe('row,column,rule,advice');
  expect(lines[1]).toMatch(/^3,Reason,/);
  expect(answer.text).not.toMatch(/Boredom|Testone|9990000018/);
  expect((await ours.get(`/api/submissions/${id}?format=key`)).text).toContain('advice,what to do');
  expect((await theirs.get(`/api/submissions/${id}?format=csv`)).status).toBe(404);
});

it('is refused to another agency, to other roles, without a reason of ours, and for what is not there', async () => {
  const deny = [await withdraw(theirs), await withdraw(ours, { reason: 'wrong file' }, '0'.repeat(32))];
  expect(deny.map(({ status }) => status)).toEqual([404, 404]);
  for (const role of ['executive', 'quality-assurance', 'analyst', 'link-reviewer', 'operator'] as const)
    expect((await withdraw(await as(role, 'health'))).status).toBe(403);
  expect((await withdraw(ours, {})).status).toBe(400);
  expect((await withdraw(ours, { reason: 'Ann Testone is in it' })).status).toBe(400);
  expect((await recorded(p)).filter(([, action]) => action === 'withdraw')).toEqual([
    ['supplier', 'withdraw', id, 'denied', ''],
    ['supplier', 'withdraw', '0'.repeat(32), 'denied', ''],
  ]);
  expect((await ours.get(`/api/submissions/${id}`)).body).not.toHaveProperty('withdrawn');
  expect(wake).not.toHaveBeenCalled();
});

it('by its own supplier it no longer counts from the next build on, and the receipt says so', async () => {
  const before = (await ours.get(`/api/submissions/${id}`)).headers.get('ETag');
  const { status, body } = await withdraw(ours);
  expect([status, body.counts, body.withdrawn]).toEqual([
    200,
    true,
    { at: '2025-06-01T09:00:00.000Z', reason: 'wrong file' },
  ]);
  expect(wake).toHaveBeenCalledTimes(1);
  expect(await recorded(p)).toContainEqual(['supplier', 'withdraw', id, 'allowed', '']);
  const told = await ours.get(`/api/submissions/${id}`);
  expect([told.headers.get('ETag') === before, told.body.counts]).toEqual([false, true]);
  await build(p);
  const after = await ours.get(`/api/submissions/${id}`);
  expect(after.body).toMatchObject({ counts: false, withdrawn: { reason: 'wrong file' } });
  expect((await withdraw(ours)).status).toBe(422);
});

it('may be withdrawn by the data protection lead, whichever agency sent it', async () => {
  const [landed] = await land(p, [
    clinicFile('ward_2024_06.csv', [
      visit({ visit: 'W9', patient: 'H9', nhs: '', arrived: '02/06/2024 09:00', left: '' }),
    ]),
  ]);
  expect(
    (await withdraw(await as('data-protection', 'health'), { reason: 'should not have been sent' }, landed!.id)).status,
  ).toBe(200);
});
