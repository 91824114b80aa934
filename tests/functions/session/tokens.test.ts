// Tokens that were forged, changed, replayed or sent to the wrong place: nobody is let in for one.
import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Begun, begin, comeBack, honest, type House, house, me } from './house.ts';
import { changed, type Claims, CLIENT, KID, signed, unsigned } from './liar.ts';

let h: House;
let foreign: CryptoKey;
let begun: Begun;
let claims: Claims;
beforeAll(async () => {
  h = await house();
  foreign = (await generateKeyPair('RS256')).privateKey;
});
afterAll(() => h.close());
beforeEach(async () => {
  begun = await begin(h);
  claims = honest(h, begun);
});

const now = () => Math.floor(h.p.clock.now().getTime() / 1000);
const answer = (id_token: string | undefined, more: object = {}) => ({
  access_token: 'a',
  token_type: 'Bearer',
  refresh_token: 'r',
  id_token,
  ...more,
});
const good = () => signed(claims, h.liar.keys.rsa);
const withClaims = (change: Claims) => signed({ ...claims, ...change }, h.liar.keys.rsa);
const secret = (text: string) => new TextEncoder().encode(text.padEnd(32, '.'));

/** Comes back with a token. */
async function tryWith(token: string | undefined, more: object = {}) {
  h.liar.say(answer(token, more));
  const back = await comeBack(h, { code: 'c', state: begun.state }, begun.cookie);
  return { ...back, me: await me(h, back.cookie ?? begun.cookie) };
}

it('lets in who brings a sound one', async () => {
  expect(await tryWith(await good())).toMatchObject({ status: 303, to: '/', me: 200 });
});

it('leads whoever asked for no page to one that is for them', async () => {
  expect(await tryWith(await withClaims({ role: 'supplier' }))).toMatchObject({ to: '/receipts', me: 200 });
});

it('takes lists that Cognito writes as text', async () => {
  expect(await tryWith(await withClaims({ role: '[analyst]' }))).toMatchObject({ to: '/', me: 200 });
});

it('leads to a page that says so when the provider does not answer', async () => {
  const without = await house();
  without.liar.close();
  const answer = await without.api.request('/api/session/sign-in');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?why=unavailable']);
  without.close();
});

const FORGED: [string, () => Promise<string> | string | undefined][] = [
  ['nobody signed', () => unsigned(claims)],
  [
    'is signed with the public key as a secret',
    () => signed(claims, secret(h.liar.keys.rsaPublic.n!), { alg: 'HS256' }),
  ],
  ['is signed with the name of the client', () => signed(claims, secret(CLIENT), { alg: 'HS256', kid: KID })],
  ['another key signed under our key’s name', () => signed(claims, foreign)],
  ['another key signed under a name of its own', () => signed(claims, foreign, { alg: 'RS256', kid: 'mine' })],
  ['another key signed without a name', () => signed(claims, foreign, { alg: 'RS256' })],
  ['names a key by a path', () => signed(claims, foreign, { alg: 'RS256', kid: '../../../dev/null' })],
  ['names a key by a query', () => signed(claims, foreign, { alg: 'RS256', kid: "x' UNION SELECT 'y" })],
  ['brings its own key', () => signed(claims, foreign, { alg: 'RS256', kid: KID, jwk: h.liar.keys.rsaPublic })],
  [
    'says where its key is',
    () => signed(claims, foreign, { alg: 'RS256', kid: KID, jku: 'https://evil.example/jwks' }),
  ],
  ['brings a certificate', () => signed(claims, foreign, { alg: 'RS256', kid: KID, x5c: ['MIIB'] })],
  [
    'is signed by another algorithm that the provider has',
    () => signed(claims, h.liar.keys.ec, { alg: 'ES256', kid: 'the-other-key' }),
  ],
  [
    'has a header that must be understood',
    () => signed(claims, h.liar.keys.rsa, { alg: 'RS256', kid: KID, crit: ['odd'], odd: 1 }),
  ],
  ['was changed after it was signed', async () => changed(await good(), { role: 'quality-assurance' })],
  ['lost its signature', async () => (await good()).split('.').slice(0, 2).join('.') + '.'],
  ['lost the end of its signature', async () => (await good()).slice(0, -8)],
  ['is of another client', () => withClaims({ aud: 'another' })],
  ['is of nobody', () => withClaims({ aud: undefined })],
  ['is of several, for another', () => withClaims({ aud: [CLIENT, 'another'], azp: 'another' })],
  ['another provider gave', () => withClaims({ iss: 'https://evil.example' })],
  ['a provider of almost the same name gave', () => withClaims({ iss: `${h.liar.issuer}/` })],
  ['no provider gave', () => withClaims({ iss: undefined })],
  ['has expired', () => withClaims({ exp: now() - 120 })],
  ['never expires', () => withClaims({ exp: undefined })],
  ['holds only later', () => withClaims({ nbf: now() + 600 })],
  ['was asked for by somebody else', () => withClaims({ nonce: 'another' })],
  ['was asked for by nobody', () => withClaims({ nonce: undefined })],
  ['is about nobody', () => withClaims({ sub: undefined })],
  ['is about somebody without a name', () => withClaims({ sub: '' })],
  [
    'is an access token',
    () =>
      signed({ iss: h.liar.issuer, aud: CLIENT, sub: 'ann', exp: now() + 300 }, h.liar.keys.rsa, {
        alg: 'RS256',
        kid: KID,
        typ: 'at+jwt',
      }),
  ],
  ['is not there', () => undefined],
  ['is no token', () => 'e30.e30'],
  ['is encrypted for somebody else', () => 'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a.b.c.d'],
];

const LACKING: [string, string, () => Claims][] = [
  ['has no second factor', 'second-factor', () => ({ acr: undefined, amr: ['pwd'] })],
  ['has another way of signing in', 'second-factor', () => ({ acr: 'password', amr: undefined })],
  ['does not say when', 'too-old', () => ({ auth_time: undefined })],
  ['rests on a sign-in of an hour ago', 'too-old', () => ({ auth_time: now() - 3600 })],
  ['rests on a sign-in to come', 'too-old', () => ({ auth_time: now() + 3600 })],
  ['has no role', 'no-role', () => ({ role: undefined })],
  ['has a role that is none', 'no-role', () => ({ role: 'chief' })],
  ['has a role that every object has', 'no-role', () => ({ role: 'constructor' })],
  ['has two roles', 'no-role', () => ({ role: ['analyst', 'operator'] })],
  ['has an agency that is none', 'no-agency', () => ({ agency: 'fire' })],
  ['has two agencies', 'no-agency', () => ({ agency: ['council', 'police'] })],
];

describe('a token that', () => {
  it.each(FORGED)('%s is refused', async (_, forge) => {
    expect(await tryWith(await forge())).toEqual({
      status: 303,
      to: '/sign-in?why=provider',
      cookie: undefined,
      me: 401,
    });
  });

  it.each(LACKING)('%s is refused, and the page says so', async (_, why, change) => {
    const token = await withClaims(change());
    expect(await tryWith(token)).toEqual({ status: 303, to: `/sign-in?why=${why}`, cookie: undefined, me: 401 });
  });

  it('comes without another to ask again is refused', async () => {
    expect(await tryWith(await good(), { refresh_token: undefined })).toMatchObject({ me: 401, cookie: undefined });
  });
});

describe('whoever comes back', () => {
  const back = async (query: Record<string, string>, cookie?: string) => {
    h.liar.say(answer(await good()));
    const came = await comeBack(h, query, cookie);
    return { to: came.to, me: await me(h, came.cookie ?? cookie) };
  };
  const out = (why: string) => ({ to: `/sign-in?why=${why}`, me: 401 });
  const as = () => ({ code: 'c', state: begun.state });

  it('a second time with the same answer is let in once', async () => {
    expect(await back(as(), begun.cookie)).toEqual({ to: '/', me: 200 });
    expect(await back(as(), begun.cookie)).toEqual(out('again'));
  });

  it('twice at the same time is let in once', async () => {
    h.liar.say(answer(await good()));
    const all = await Promise.all([1, 2, 3].map(() => comeBack(h, as(), begun.cookie)));
    expect(all.map(({ to }) => to).sort()).toEqual(['/', '/sign-in?why=again', '/sign-in?why=again']);
  });

  it('with the answer to somebody else’s sign-in is not let in', async () => {
    const other = await begin(h);
    expect(await back({ ...as(), state: other.state }, begun.cookie)).toEqual(out('again'));
    expect(await back(as(), other.cookie)).toEqual(out('again'));
  });

  it.each([
    ['with a state of their own', () => ({ code: 'c', state: 'x' })],
    ['without one', () => ({ code: 'c' })],
    ['with a state that is a path', () => ({ code: 'c', state: '../../vault' })],
  ])('%s is not let in', async (_, query) => {
    expect(await back(query() as Record<string, string>, begun.cookie)).toEqual(out('again'));
  });

  it('without the cookie is told that the browser kept none', async () => {
    expect(await back(as())).toEqual(out('no-cookie'));
  });

  it.each([
    ['from another provider', { iss: 'https://evil.example' }],
    ['whom the provider sent away', { error: 'access_denied' }],
  ])('%s is not let in', async (_, more) => {
    expect(await back({ ...as(), ...more } as Record<string, string>, begun.cookie)).toEqual(out('provider'));
  });

  it('with what anybody can make up is written down once an hour, however often it is tried', async () => {
    h.wait(60);
    const written = async () => (await h.p.store.list('audit/')).length;
    const before = await written();
    for (let tries = 0; tries < 5; tries++) {
      const { cookie, state } = await begin(h);
      h.liar.say(undefined);
      await comeBack(h, { code: 'made up', state }, cookie);
      await comeBack(h, { code: 'c', state: 'x' }, cookie);
      await comeBack(h, { code: 'c', state });
    }
    expect((await written()) - before).toBe(3);
    h.wait(60);
    await comeBack(h, { code: 'c', state: 'x' });
    expect((await written()) - before).toBe(4);
    h.wait(-120);
  });

  it('without a second factor is written down each time: the provider knows who that was', async () => {
    const written = async () => (await h.p.store.list('audit/')).length;
    const before = await written();
    for (let tries = 0; tries < 2; tries++) {
      begun = await begin(h);
      claims = honest(h, begun);
      expect(await tryWith(await withClaims({ acr: undefined, amr: ['pwd'] }))).toMatchObject({ me: 401 });
    }
    expect((await written()) - before).toBe(2);
  });

  it('with a code that the provider does not know is not let in', async () => {
    h.liar.say(undefined);
    expect((await comeBack(h, as(), begun.cookie)).to).toBe('/sign-in?why=provider');
  });

  it('after eleven minutes is not let in', async () => {
    h.wait(11);
    expect(await back(as(), begun.cookie)).toEqual(out('again'));
    h.wait(-11);
  });

  it('goes to the page that was asked for, and to no other site', async () => {
    for (const [to, led] of [
      ['/quality?as_at=1', '/quality?as_at=1'],
      ['https://evil.example/', '/'],
      ['//evil.example/', '/'],
      ['/\\evil.example', '/'],
      ['/.//evil.example', '/'],
      ['http://localhost//evil.example', '/'],
      ['javascript:alert(1)', '/'],
    ]) {
      const asked = await h.api.request(`/api/session/sign-in?to=${encodeURIComponent(to!)}`);
      const { searchParams } = new URL(asked.headers.get('location')!);
      const cookie = asked.headers.get('set-cookie')!.split(';')[0]!;
      h.liar.say(answer(await signed(honest(h, { nonce: searchParams.get('nonce')! }), h.liar.keys.rsa)));
      expect((await comeBack(h, { code: 'c', state: searchParams.get('state')! }, cookie)).to).toBe(led);
    }
  });
});
