// Cookies that are stolen, old, made up or of somebody who may no longer: none of them is a session.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from '../../../functions/api/session/cookie.ts';
import { endAll, sweep } from '../../../functions/api/session/sessions.ts';
import { begin, comeBack, type House, honest, house, me, post } from './house.ts';
import { type Claims, signed } from './liar.ts';

let h: House;
beforeAll(async () => (h = await house()));
afterAll(() => h.close());

async function signIn(known?: string, change: Claims = {}): Promise<string> {
  const begun = await begin(h, known);
  const id_token = await signed({ ...honest(h, begun), ...change }, h.liar.keys.rsa);
  h.liar.say({ access_token: 'a', token_type: 'Bearer', refresh_token: 'r', id_token });
  return (await comeBack(h, { code: 'c', state: begun.state }, begun.cookie)).cookie!;
}

let cookie: string;
beforeEach(async () => (cookie = await signIn()));
const id = () => cookie.split('=')[1]!;
const named = (value: string) => `__Host-safeguarding=${value}`;

it('is given for this host alone, out of reach of scripts, and for no longer than the browser is open', async () => {
  const given = (await h.api.request('/api/session/sign-in')).headers.get('set-cookie')!;
  expect(given.replace(/=[\w-]{43};/, '=ID;')).toBe('__Host-safeguarding=ID; Path=/; HttpOnly; Secure; SameSite=Lax');
});

it('is not in the store, nor is the session under its name', async () => {
  const keys = await h.p.store.list('web/');
  const all = await Promise.all(keys.map((key) => h.p.store.read(key)));
  expect(keys.filter((key) => key.includes(hashOf(id())))).not.toEqual([]);
  for (const text of [...keys, ...all.map((bytes) => new TextDecoder().decode(bytes))])
    expect(text).not.toContain(id());
});

describe('a cookie is no session', () => {
  it.each<[string, () => string | Promise<string>]>([
    ['that is not there', () => 'other=1'],
    ['that is empty', () => named('')],
    ['that was made up', () => named('A'.repeat(43))],
    ['of which one letter was changed', () => named(id().replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')))],
    ['that lacks its end', () => named(id().slice(0, -1))],
    ['that goes on', () => named(`${id()}A`)],
    ['that the store knows it by', () => named(hashOf(id()))],
    ['that is a path', () => named('../sessions/x')],
    ['that is very long', () => named('A'.repeat(8000))],
    ['without the prefix of its name', () => `safeguarding=${id()}`],
    ['of a sign-in that only began', async () => (await begin(h)).cookie],
  ])('%s', async (_, of) => {
    expect(await me(h, cookie)).toBe(200);
    expect(await me(h, await of())).toBe(401);
  });
});

it('leaves nothing behind that nobody can use any more', async () => {
  await sweep(h.p.store, h.p.clock.now());
  expect(await me(h, cookie)).toBe(200);
  await sweep(h.p.store, new Date(Date.now() + 481 * 60_000));
  expect([await h.p.store.list('web/sessions/'), await h.p.store.list('web/sign-ins/')]).toEqual([[], []]);
});

describe('a session ends', () => {
  it('when it is signed out of, and its cookie is taken', async () => {
    const answer = await post(h, '/api/session/sign-out', cookie);
    expect([answer.status, answer.headers.get('clear-site-data')]).toEqual([204, '"cache", "storage"']);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-safeguarding=; Max-Age=0; Path=\/; .*Secure/);
    expect(await me(h, cookie)).toBe(401);
  });

  it('when the same browser signs in again: the new one has another id', async () => {
    const next = await signIn(cookie);
    expect(next).not.toBe(cookie);
    expect([await me(h, cookie), await me(h, next)]).toEqual([401, 200]);
  });

  it('when it is not used for fifteen minutes, whatever pages ask by themselves', async () => {
    h.wait(4);
    expect(await me(h, cookie)).toBe(200);
    h.wait(10);
    expect(await me(h, cookie)).toBe(200);
    h.wait(1);
    expect(await me(h, cookie)).toBe(401);
    h.wait(-15);
  });

  it('and what the browser kept of it goes with it, once; so does its refresh token', async () => {
    const ask = async () => {
      const answer = await h.api.request('/api/me', { headers: { cookie } });
      return [answer.status, answer.headers.get('clear-site-data')];
    };
    const kept = async () =>
      (await h.p.store.list(`web/sessions/${hashOf(id())}/`)).map((key) => key.split('/').at(-1));
    expect(await ask()).toEqual([200, null]);
    expect(await kept()).toContain('granted.json');
    h.wait(15);
    expect(await ask()).toEqual([401, '"cache", "storage"']);
    expect(await kept()).not.toContain('granted.json');
    expect(await ask()).toEqual([401, null]);
    h.wait(-15);
    expect(await ask()).toEqual([401, null]);
  });

  it('and a sign-in that has begun meanwhile in another window goes on', async () => {
    const begun = await begin(h, cookie);
    h.wait(15);
    expect(await me(h, cookie)).toBe(401);
    h.wait(-15);
    const id_token = await signed(honest(h, begun), h.liar.keys.rsa);
    h.liar.say({ access_token: 'a', token_type: 'Bearer', refresh_token: 'r', id_token });
    expect((await comeBack(h, { code: 'c', state: begun.state }, begun.cookie)).to).toBe('/');
  });

  it('after eight hours, however much it is used', async () => {
    for (let minutes = 0; minutes < 480; minutes += 4) {
      expect((await post(h, '/api/session/extend', cookie)).status).toBe(200);
      h.wait(4);
    }
    expect(await me(h, cookie)).toBe(401);
    h.wait(-480);
  });

  it('wherever it is, when somebody signs out everywhere; nobody else’s does', async () => {
    const [other, somebody] = [await signIn(), await signIn(undefined, { sub: 'ben' })];
    await post(h, '/api/session/sign-out-everywhere', cookie);
    expect([await me(h, cookie), await me(h, other), await me(h, somebody)]).toEqual([401, 401, 200]);
    h.wait(1);
    expect(await me(h, await signIn())).toBe(200);
    h.wait(-1);
  });

  it('not for somebody whom another provider calls the same', async () => {
    await endAll(h.p.store, { issuer: 'https://other.example', subject: 'ann' }, h.p.clock.now());
    expect(await me(h, cookie)).toBe(200);
  });

  it('within minutes, when the provider no longer lets somebody in', async () => {
    h.liar.say(undefined);
    h.wait(4);
    expect(await me(h, cookie)).toBe(200);
    h.wait(1);
    expect(await me(h, cookie)).toBe(401);
    h.wait(-5);
  });

  it('when the provider takes their role away', async () => {
    h.wait(5);
    const claims = { ...honest(h, { nonce: '' }), nonce: undefined, role: 'visitor' };
    const id_token = await signed(claims, h.liar.keys.rsa);
    h.liar.say({ access_token: 'a', token_type: 'Bearer', refresh_token: 'r', id_token });
    expect(await me(h, cookie)).toBe(401);
    h.wait(-5);
  });

  it('when the provider speaks of somebody else', async () => {
    h.wait(5);
    const claims = { ...honest(h, { nonce: '' }), nonce: undefined, sub: 'ben' };
    const id_token = await signed(claims, h.liar.keys.rsa);
    h.liar.say({ access_token: 'a', token_type: 'Bearer', refresh_token: 'r', id_token });
    expect(await me(h, cookie)).toBe(401);
    h.wait(-5);
  });

  it('when the provider gave no sensible answer for ten minutes, and not before', async () => {
    h.liar.say({ nonsense: true });
    h.wait(6);
    expect(await me(h, cookie)).toBe(200);
    h.wait(4);
    expect(await me(h, cookie)).toBe(401);
    h.wait(-10);
  });
});
