// Every route, as every role of every agency, over HTTP and with a real sign-in. Who may what is written here once more, by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { createApi } from '../../../functions/api/api.ts';
import type { Api } from '../../../functions/api/env.ts';
import { TABLE } from '../../../functions/api/roles.ts';
import { ROLES, type Role } from '../../../functions/api/session/actor.ts';
import { localIdentity } from '../../../functions/local/identity/local-identity.ts';
import { ownIdentity, ownSession } from '../../../functions/local/identity/own-session.ts';
import { type Listening, listen } from '../../../functions/local/listen.ts';
import { scratchFolder } from '../../partnerships.ts';
import { askAt, postAt, sessionAt } from '../../signed-in.ts';

const AGENCIES = ['police', 'council', 'schools'];
const EVERYBODY: readonly Role[] = ROLES;
const FIGURES: readonly Role[] = ['executive', 'quality-assurance', 'analyst'];

/** Whose directory may give what. The others say it too, and nobody is let in for it. */
const ONLY_COUNCIL: readonly Role[] = ['analyst', 'link-reviewer', 'data-protection', 'operator'];
const gives = (agency: string, role: Role) => agency === 'council' || !ONLY_COUNCIL.includes(role);
const pairs = (given: boolean) =>
  ROLES.flatMap((role) => AGENCIES.map((agency) => [role, agency] as const)).filter(
    ([role, agency]) => gives(agency, role) === given,
  );

/** An address of each route, and the roles that are answered there. */
const EXPECTED: Record<string, [path: string, roles: readonly Role[]]> = {
  'GET /api/me': ['/api/me', EVERYBODY],
  'GET /api/openapi.json': ['/api/openapi.json', EVERYBODY],
  'GET /api/snapshot': ['/api/snapshot', EVERYBODY],
  'GET /api/kpis': ['/api/kpis', EVERYBODY],
  'GET /api/kpis/:id': ['/api/kpis/ppn-received', FIGURES],
  'GET /api/kpis/:id/series': ['/api/kpis/ppn-received/series', FIGURES],
  'GET /api/kpis/:id/trend': ['/api/kpis/ppn-received/trend', FIGURES],
  'GET /api/kpis/:id/funnel': ['/api/kpis/missing-rhi-72h/funnel?by=town', FIGURES],
  'GET /api/kpis/:id/lineage': ['/api/kpis/ppn-received/lineage', FIGURES],
  'GET /api/parts': ['/api/parts', FIGURES],
  'GET /api/overlaps': ['/api/overlaps', FIGURES],
  'GET /api/curves/:id': ['/api/curves/missing', FIGURES],
  'GET /api/flow': ['/api/flow', FIGURES],
  'GET /api/changes': ['/api/changes', FIGURES],
  'GET /api/quality': ['/api/quality', FIGURES],
  'GET /api/releases': ['/api/releases', FIGURES],
  'GET /api/releases/:audience': ['/api/releases/board-pack', FIGURES],
  'GET /api/board-pack': ['/api/board-pack', FIGURES],
  'GET /api/decisions': ['/api/decisions', FIGURES],
  'POST /api/decisions': ['/api/decisions', ['quality-assurance', 'analyst']],
  'GET /api/extracts': ['/api/extracts', [...FIGURES, 'supplier', 'operator']],
  'GET /api/submissions': ['/api/submissions', ['analyst', 'supplier', 'data-protection']],
  'GET /api/submissions/:id': [`/api/submissions/${'a'.repeat(32)}`, ['analyst', 'supplier', 'data-protection']],
  'POST /api/submissions/:id/withdraw': [
    `/api/submissions/${'a'.repeat(32)}/withdraw`,
    ['supplier', 'data-protection'],
  ],
  'POST /api/uploads': ['/api/uploads', ['supplier']],
  'PUT /api/uploads/:id': [`/api/uploads/${'a'.repeat(32)}`, ['supplier']],
  'GET /api/uploads/:id': [`/api/uploads/${'a'.repeat(32)}`, ['supplier']],
  'POST /api/lists': ['/api/lists', ['executive', 'quality-assurance']],
  'GET /api/audit': ['/api/audit', ['data-protection']],
  'GET /api/retention': ['/api/retention', ['data-protection', 'operator']],
  'POST /api/session/extend': ['/api/session/extend', EVERYBODY],
  'POST /api/session/view-as': ['/api/session/view-as', EVERYBODY],
};
/** Where nobody has to be signed in, and where nobody is afterwards. */
const APART = ['GET /api/session/sign-in', 'GET /api/session/callback'];
const LEAVING = ['POST /api/session/sign-out', 'POST /api/session/sign-out-everywhere'];

let p: Partnership;
let api: Api;
let server: Listening;
let closeIdentity: () => Promise<void>;
beforeAll(async () => {
  p = await openPartnership({ data: scratchFolder() });
  await build(p);
  const { identity, close } = await localIdentity(p);
  api = createApi(p, identity);
  server = await listen(api, 0);
  closeIdentity = close;
  for (const [i, agency] of AGENCIES.entries()) await receiptOf(agency, i);
});
afterAll(async () => {
  await Promise.all([server.close(), closeIdentity()]);
  p.close();
});

const idOf = (i: number) => String(i).repeat(32);
const receiptOf = (agency: string, i: number) =>
  p.store.put(
    `lake/receipts/${idOf(i)}.json`,
    JSON.stringify({
      id: idOf(i),
      extract: null,
      agency,
      file: `of-${agency}.csv`,
      received_at: '2026-01-01T00:00:00.000Z',
      outcome: 'refused',
      rows: 0,
      accepted: 0,
      rejected: 0,
      repeated: 0,
      warned: 0,
      reasons: [],
    }),
  );

function ask(route: string, path: string, role: Role, agency: string) {
  if (route.startsWith('GET')) return askAt(server.url + path, role, agency);
  return postAt(server.url + path, {}, role, agency, route.startsWith('PUT') ? 'PUT' : 'POST');
}

it('has a line in the table and one here for every route', () => {
  const served = api.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'));
  const names = [...new Set(served.map(({ method, path }) => `${method} ${path}`))].sort();
  expect(Object.keys(TABLE).sort()).toEqual(names);
  expect([...Object.keys(EXPECTED), ...APART, ...LEAVING].sort()).toEqual(names);
  // A route that answers any method would not be asked about.
  const any = api.routes.filter(
    ({ method, path, handler }) => method === 'ALL' && handler.length < 2 && path !== '/api/*',
  );
  expect(any).toEqual([]);
});

describe('each role of each agency', () => {
  it.each(pairs(true))('%s of %s is answered what is theirs, and nothing else', async (role, agency) => {
    const [answered, expected] = [new Set<string>(), new Set<string>()];
    for (const [route, [path, roles]] of Object.entries(EXPECTED)) {
      const answer = await ask(route, path, role, agency);
      if (roles.includes(role)) expected.add(route);
      if (answer.status === 403) expect(await answer.json()).toMatchObject({ detail: 'This is not for your role.' });
      else answered.add(route);
      expect([200, 400, 403, 404, 422], route).toContain(answer.status);
      expect(answer.headers.get('vary'), route).toContain('Cookie');
      expect(answer.headers.get('cache-control'), route).toMatch(/^(private, no-cache|no-store)$/);
    }
    expect([...answered].sort()).toEqual([...expected].sort());
  });
});

describe('a role that an agency may not give', () => {
  const denied = async () => {
    const keys = await p.store.list('audit/');
    const entries = await Promise.all(
      keys.map(async (key) => JSON.parse(new TextDecoder().decode(await p.store.read(key)))),
    );
    return entries
      .filter(({ purpose }) => purpose === 'not-given')
      .map(({ actor, action, decision }) => [action, decision, actor.subject, actor.role, actor.agency]);
  };

  it.each(pairs(false))('%s by %s lets nobody in, says why and is in the record', async (role, agency) => {
    const before = (await denied()).length;
    await expect(sessionAt(server.url, role, agency)).rejects.toThrow('/sign-in?why=not-given');
    expect((await denied()).slice(before)).toEqual([['sign-in', 'denied', `${role}.${agency}`, role, agency]]);
  });

  it('ends the session of whoever had it, when partnership.yaml takes it away', async () => {
    const id = await ownSession(p, 'analyst', 'council');
    const identity = ownIdentity(p);
    const ask = (given_by: typeof identity.settings.given_by) =>
      createApi(p, { ...identity, settings: { ...identity.settings, given_by } }).request('/api/me', {
        headers: { cookie: `__Host-safeguarding=${id}` },
      });
    expect((await ask({ analyst: ['council'] })).status).toBe(200);
    const before = (await denied()).length;
    for (const given_by of [{ analyst: ['police'] }, { operator: ['council'] }, {}])
      expect((await ask(given_by)).status).toBe(401);
    // Pages ask again and again: what one session is refused is written once.
    expect((await denied()).slice(before)).toEqual([['sign-in', 'denied', 'analyst.council', 'analyst', 'council']]);
  });
});

it('answers nobody who is not signed in, at any route', async () => {
  for (const [route, [path]] of Object.entries(EXPECTED)) {
    const [method] = route.split(' ');
    const headers = { origin: server.url, 'content-type': 'application/json' };
    const answer = await fetch(server.url + path, { method, headers, ...(method === 'POST' && { body: '{}' }) });
    expect([route, answer.status]).toEqual([route, 401]);
  }
});

it('tells of KPIs whoever sees figures, and of none whoever does not', async () => {
  for (const role of ROLES) {
    const told = (await (await askAt(`${server.url}/api/kpis`, role)).json()) as unknown[];
    expect([role, told.length > 0]).toEqual([role, FIGURES.includes(role)]);
  }
});

it('answers nobody a route that is not in the table', async () => {
  const { identity, close } = await localIdentity(p);
  const other = createApi(p, identity);
  other.get('/api/new', (c) => c.text('secret'));
  const late = await listen(other, 0);
  for (const role of ROLES) expect((await askAt(`${late.url}/api/new`, role)).status).toBe(403);
  await Promise.all([late.close(), close()]);
});

describe('a supplier', () => {
  it.each(AGENCIES)('of %s sees the receipts and extracts of that agency alone', async (agency) => {
    const get = async (path: string) => (await askAt(server.url + path, 'supplier', agency)).json();
    expect((await get('/api/submissions')).map((one: { agency: string }) => one.agency)).toEqual([agency]);
    expect(new Set((await get('/api/extracts')).map((one: { agency: string }) => one.agency))).toEqual(
      new Set([agency]),
    );
    const statuses = await Promise.all(
      AGENCIES.map(
        async (_, i) => (await askAt(`${server.url}/api/submissions/${idOf(i)}`, 'supplier', agency)).status,
      ),
    );
    expect(statuses).toEqual(AGENCIES.map((other) => (other === agency ? 200 : 404)));
  });

  it('is told nothing else of another agency’s receipt than of none', async () => {
    const [there, nowhere] = await Promise.all(
      [idOf(0), idOf(9)].map(async (id) => {
        const answer = await askAt(`${server.url}/api/submissions/${id}`, 'supplier', 'council');
        return [answer.status, (await answer.text()).replaceAll(id, 'ID')];
      }),
    );
    expect(there).toEqual(nowhere);
  });

  it('of another agency who asks for a receipt is in the record, as for one that is not there', async () => {
    await Promise.all(
      [idOf(1), idOf(8)].map((id) => askAt(`${server.url}/api/submissions/${id}`, 'supplier', 'schools')),
    );
    const keys = await p.store.list('audit/');
    const entries = await Promise.all(
      keys.map(async (key) => JSON.parse(Buffer.from((await p.store.read(key))!).toString())),
    );
    const told = entries
      .filter(({ action, actor }) => action === 'deny' && actor?.subject === 'supplier.schools')
      .map(({ target }) => target);
    expect(told).toEqual(expect.arrayContaining([`receipt ${idOf(1)}`, `receipt ${idOf(8)}`]));
    expect(told).not.toContain(`receipt ${idOf(2)}`);
  });

  it('is not even told by a tag that another agency has sent something', async () => {
    const tags = async (agency: string) =>
      Promise.all(
        ['extracts', 'submissions', `submissions/${idOf(AGENCIES.indexOf(agency))}`].map(async (path) =>
          (await askAt(`${server.url}/api/${path}`, 'supplier', agency)).headers.get('etag'),
        ),
      );
    const before = [await tags('police'), await tags('council')];
    await receiptOf('police', 7);
    const after = [await tags('police'), await tags('council')];
    expect(after[1]).toEqual(before[1]);
    expect(after[0]!.map((tag, i) => tag === before[0]![i])).toEqual([false, false, false]);
    expect(before.flat()).not.toContain(null);
    await p.store.remove(`lake/receipts/${idOf(7)}.json`);
  });

  it('has nothing that was kept of another one’s answer', async () => {
    const tag = (await askAt(`${server.url}/api/submissions`, 'analyst')).headers.get('etag')!;
    const police = (await askAt(`${server.url}/api/submissions`, 'supplier', 'police')).headers.get('etag')!;
    const headers = { cookie: `__Host-safeguarding=${await sessionAt(server.url, 'supplier', 'council')}` };
    for (const known of [tag, police])
      expect(
        (await fetch(`${server.url}/api/submissions`, { headers: { ...headers, 'if-none-match': known } })).status,
      ).toBe(200);
  });
});

describe('looking as another role', () => {
  const viewAs = (role: Role | null, as: Role) => postAt(`${server.url}/api/session/view-as`, { role }, as);
  const status = async (path: string, as: Role) => (await askAt(server.url + path, as)).status;

  it('is for quality assurance and operators', async () => {
    for (const role of ROLES) {
      const may = ['quality-assurance', 'operator'].includes(role);
      expect([role, (await viewAs(role, role)).status]).toEqual([role, may ? 200 : 422]);
    }
    for (const role of ['quality-assurance', 'operator'] as const) expect((await viewAs(null, role)).status).toBe(200);
  });

  it('shows no more than one’s own role, changes nothing, and ends', async () => {
    await viewAs('supplier', 'quality-assurance');
    expect(await status('/api/parts', 'quality-assurance')).toBe(403);
    expect(await status('/api/submissions', 'quality-assurance')).toBe(403);
    const own = await (await askAt(`${server.url}/api/extracts`, 'quality-assurance')).json();
    expect(new Set(own.map((one: { agency: string }) => one.agency)).size).toBe(1);
    await viewAs('analyst', 'quality-assurance');
    expect(await status('/api/parts', 'quality-assurance')).toBe(200);
    expect((await postAt(`${server.url}/api/decisions`, {}, 'quality-assurance')).status).toBe(403);
    await viewAs(null, 'quality-assurance');
    expect((await postAt(`${server.url}/api/decisions`, {}, 'quality-assurance')).status).toBe(400);
  });

  it('is answered anew, whatever the browser kept as oneself', async () => {
    const cookie = `__Host-safeguarding=${await sessionAt(server.url, 'quality-assurance')}`;
    const kpis = (tag = '') =>
      fetch(`${server.url}/api/kpis`, { headers: { cookie, ...(tag && { 'if-none-match': tag }) } });
    const tag = (await kpis()).headers.get('etag')!;
    expect((await kpis(tag)).status).toBe(304);
    await viewAs('operator', 'quality-assurance');
    const answer = await kpis(tag);
    expect([answer.status, await answer.json()]).toEqual([200, []]);
    await viewAs(null, 'quality-assurance');
  });

  it('gives an operator no figure of real children', async () => {
    await viewAs('analyst', 'operator');
    expect(await status('/api/parts', 'operator')).toBe(403);
    await viewAs(null, 'operator');
  });
});

it('writes down who was refused', async () => {
  const { cookie } = { cookie: `__Host-safeguarding=${await sessionAt(server.url, 'link-reviewer')}` };
  const before = (await p.store.list('audit/')).length;
  await fetch(`${server.url}/api/changes`, { headers: { cookie } });
  const keys = await p.store.list('audit/');
  expect(keys.length).toBeGreaterThan(before);
  const entries = await Promise.all(keys.map(async (key) => new TextDecoder().decode(await p.store.read(key))));
  expect(entries.filter((text) => text.includes('"deny"') && text.includes('link-reviewer'))).not.toEqual([]);
});
