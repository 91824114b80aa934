// What a page elsewhere can make a browser send that is signed in here: none of it writes anything.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decisionsKept } from '../../../etl/decisions/log.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { createApi } from '../../../functions/api/api.ts';
import type { Api } from '../../../functions/api/env.ts';
import { ownIdentity } from '../../../functions/local/identity/own-session.ts';
import { sessionHeaders } from '../../signed-in.ts';
import { clinicApi } from '../api/clinic-api.ts';

let p: Partnership;
let api: Api;
let cookie: string;
beforeAll(async () => {
  ({ p } = await clinicApi());
  api = createApi(p, ownIdentity(p));
  ({ cookie } = await sessionHeaders(p));
});
afterAll(() => p.close());

const OURS = { origin: 'http://localhost', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
const body = JSON.stringify({
  by: 'A tester',
  replaces: null,
  why: null,
  decision: {
    kind: 'target',
    kpi: 'visits',
    on: '2025-05-01',
    owner: 'Chair',
    source: 'Minutes',
    until: null,
    value: 10,
  },
});
type Headers = Record<string, string | undefined>;
const send = (headers: Headers, method = 'POST', path = '/api/decisions') => {
  const given = Object.entries({ ...OURS, cookie, ...headers }).filter(([, value]) => value !== undefined);
  return api.request(path, { method, headers: Object.fromEntries(given) as Record<string, string>, body });
};

it('writes what comes from our own pages', async () => {
  const before = await decisionsKept(p);
  expect((await send({})).status).toBe(200);
  expect(await decisionsKept(p)).toBe(before + 1);
});

it.each<[string, Headers, number]>([
  ['does not say whence it comes', { origin: undefined }, 403],
  ['comes from nowhere', { origin: 'null' }, 403],
  ['comes from another site', { origin: 'https://evil.example' }, 403],
  ['comes from a site below ours', { origin: 'http://evil.localhost' }, 403],
  ['comes from a site whose name begins as ours', { origin: 'http://localhost.evil.example' }, 403],
  ['comes from another port', { origin: 'http://localhost:8081' }, 403],
  ['comes from our name with TLS', { origin: 'https://localhost' }, 403],
  ['has our address in a path', { origin: 'https://evil.example/http://localhost' }, 403],
  ['is across sites, as the browser says', { 'sec-fetch-site': 'cross-site' }, 403],
  ['is of a site of the same family', { 'sec-fetch-site': 'same-site' }, 403],
  ['was typed in', { 'sec-fetch-site': 'none' }, 403],
  ['is plain text', { 'content-type': 'text/plain' }, 415],
  ['is a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['is a form with files', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ['is of no type', { 'content-type': undefined }, 415],
  ['is of a type that only looks like ours', { 'content-type': 'text/plain; application/json' }, 415],
  ['brings no session', { cookie: undefined }, 401],
])('writes nothing that %s', async (_, headers, status) => {
  const before = await decisionsKept(p);
  expect((await send(headers)).status).toBe(status);
  expect(await decisionsKept(p)).toBe(before);
});

it.each(['PUT', 'PATCH', 'DELETE'])('answers no %s', async (method) => {
  expect((await send({}, method)).status).toBe(405);
});

it('writes nothing because a header or an address says that a GET is a POST', async () => {
  const before = await decisionsKept(p);
  const override = { ...OURS, cookie, 'x-http-method-override': 'POST', 'x-method-override': 'POST' };
  for (const path of ['/api/decisions', '/api/decisions?_method=POST']) await api.request(path, { headers: override });
  expect(await decisionsKept(p)).toBe(before);
});

it.each(['sign-out', 'sign-out-everywhere', 'extend', 'view-as'])('does not %s for another site', async (name) => {
  expect((await send({ origin: 'https://evil.example' }, 'POST', `/api/session/${name}`)).status).toBe(403);
  expect((await api.request('/api/me', { headers: { cookie } })).status).toBe(200);
});
