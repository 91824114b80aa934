// Signing in, as the record and the browser see it; and a provider that is not whom it was configured to be.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJson } from '../../../etl/storage/store.ts';
import { createApi } from '../../../functions/api/api.ts';
import type { Entry } from '../../../functions/api/audit/entry.ts';
import { settingsOf } from '../../../functions/api/session/settings.ts';
import { demoSettings } from '../../../functions/local/identity/demo-settings.ts';
import { originHere } from '../../../functions/local/identity/origin.ts';
import { begin, comeBack, honest, type House, house, post } from './house.ts';
import { CLIENT, signed, unsigned } from './liar.ts';

let h: House;
beforeAll(async () => {
  h = await house();
});
afterAll(() => h.close());

async function entries(): Promise<Entry[]> {
  const keys = (await h.p.store.list('audit/')).sort();
  return Promise.all(keys.map(async (key) => (await readJson<Entry>(h.p.store, key))!));
}
const told = ({ action, actor, decision, purpose, target }: Entry) => [
  action,
  actor?.subject ?? null,
  decision,
  purpose,
  target,
];

const TOKENS = { access_token: 'the-access-token', refresh_token: 'the-refresh-token', token_type: 'Bearer' };

async function signIn(forge: (claims: Record<string, unknown>) => Promise<string> | string) {
  const begun = await begin(h);
  h.liar.say({ ...TOKENS, id_token: await forge(honest(h, begun)) });
  return comeBack(h, { code: 'c', state: begun.state }, begun.cookie);
}
const good = (claims: Record<string, unknown>) => signed(claims, h.liar.keys.rsa);

it('stands in the record, with why where it was refused, and who left', async () => {
  const { cookie } = await signIn(good);
  await signIn(unsigned);
  await signIn((claims) => good({ ...claims, acr: 'password', amr: undefined }));
  await post(h, '/api/session/sign-out', cookie!);
  const target = h.liar.issuer;
  // What anybody can bring about is written once an hour.
  const first = expect.stringContaining(`${target}, provider, first in the hour`);
  expect((await entries()).map(told)).toEqual([
    ['sign-in', 'ann', 'allowed', null, target],
    ['sign-in', null, 'denied', 'provider', first],
    ['sign-in', null, 'denied', 'second-factor', target],
    ['sign-out', 'ann', 'allowed', null, target],
  ]);
});

it('gives the browser nothing of what the provider said', async () => {
  const begun = await begin(h);
  const id_token = await good(honest(h, begun));
  h.liar.say({ ...TOKENS, id_token });
  const query = new URLSearchParams({ iss: h.liar.issuer, code: 'c', state: begun.state });
  const secrets = [TOKENS.access_token, TOKENS.refresh_token, id_token, id_token.split('.')[1]!];
  const look = async (asked: Response | Promise<Response>) => {
    const answer = await asked;
    const bytes = JSON.stringify([...answer.headers]) + (await answer.text());
    for (const secret of secrets) expect(bytes).not.toContain(secret);
    return answer.headers;
  };
  const back = await look(h.api.request(`/api/session/callback?${query}`, { headers: { cookie: begun.cookie } }));
  const cookie = back.get('set-cookie')!.split(';')[0]!;
  for (const path of ['/api/me', '/api/snapshot', '/api/kpis', '/api/openapi.json'])
    await look(h.api.request(path, { headers: { cookie } }));
  for (const path of ['/api/session/extend', '/api/session/sign-out']) await look(post(h, path, cookie));
});

describe('nobody is sent to sign in, nor in', () => {
  async function provider(answer: (issuer: string) => RequestListener) {
    const server = createServer((request, response) => answer(issuer)(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const api = createApi(h.p, { settings: demoSettings(h.p, issuer, CLIENT), origin: originHere });
    const back = await api.request('/api/session/sign-in');
    server.close();
    server.closeAllConnections();
    return back.headers.get('location');
  }
  const description = (issuer: string) =>
    JSON.stringify({ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` });
  const json = { 'content-type': 'application/json' };

  it('but where the provider describes itself', async () => {
    const to = await provider((issuer) => (_, response) => response.writeHead(200, json).end(description(issuer)));
    expect(to).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/authorize\?/);
  });

  it('is refused where the provider describes itself as another', async () => {
    const to = await provider(() => (_, response) => response.writeHead(200, json).end(description(h.liar.issuer)));
    expect(to).toBe('/sign-in?why=unavailable');
  });

  it('does not follow a provider that leads elsewhere', async () => {
    let asked = 0;
    const to = await provider((issuer) => (request, response) => {
      asked++;
      if (request.url!.startsWith('/elsewhere')) return void response.writeHead(200, json).end(description(issuer));
      response.writeHead(302, { location: `${issuer}/elsewhere` }).end();
    });
    expect([to, asked]).toEqual(['/sign-in?why=unavailable', 1]);
  });

  it('of a provider without TLS is refused', () => {
    const own = demoSettings(h.p, h.liar.issuer, CLIENT);
    expect(() => settingsOf(h.p, { ...own, issuer: 'http://directory.example' })).toThrow('begins with https://');
  });
});
