// Whoever asks the API is signed in, in tests too: by a session in the store where a test has the partnership in its hands, by the
// protocol where it has only the address of a server.
import type { BrowserContext } from 'playwright-core';
import type { Partnership } from '../etl/partnership.ts';
import { createApi } from '../functions/api/api.ts';
import type { Api } from '../functions/api/env.ts';
import type { Role } from '../functions/api/session/actor.ts';
import { browserCookie, cookieHeader } from '../functions/api/session/cookie.ts';
import { subjectOf } from '../functions/local/identity/demo-people.ts';
import { ownIdentity, ownSession } from '../functions/local/identity/own-session.ts';

/** What a request brings whose session is made in the store itself. */
export const sessionHeaders = async (p: Partnership, role: Role = 'analyst', agency?: string) => ({
  cookie: cookieHeader(await ownSession(p, role, agency)),
});

/** The API as somebody of a role is answered; an analyst unless told. Each request brings the session, and says that it is from our pages. */
export async function signedInApi(p: Partnership, role: Role = 'analyst', agency?: string): Promise<Api> {
  const api = createApi(p, ownIdentity(p));
  const { cookie } = await sessionHeaders(p, role, agency);
  const request = api.request.bind(api) as (path: string, init?: RequestInit) => Promise<Response>;
  const asked = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('cookie')) headers.set('cookie', cookie);
    const { host } = new URL(path, 'http://localhost');
    if (!headers.has('origin')) headers.set('origin', `http://${headers.get('host') ?? host}`);
    return request(path, { ...init, headers });
  };
  return Object.assign(api, { request: asked });
}

const sessions = new Map<string, Promise<string>>();

/** The session that a test made itself is that of its server. */
export const useSession = (url: string, id: string): void => void sessions.set(`${url} analyst`, Promise.resolve(id));

/** The id of a session at a server, by a sign-in at its demo provider; one for each role, of the agency that its page offers unless told. */
export function sessionAt(url: string, role: Role = 'analyst', agency?: string): Promise<string> {
  const key = [new URL(url).origin, role, agency].filter(Boolean).join(' ');
  const session = sessions.get(key) ?? signIn(new URL(url).origin, role, agency);
  sessions.set(key, session);
  return session;
}

/** Asks a server as somebody who is signed in there. */
export const askAt = async (url: string, role?: Role, agency?: string): Promise<Response> =>
  fetch(url, { headers: { cookie: cookieHeader(await sessionAt(url, role, agency)) } });

/** Sends JSON to a server as its own pages do, as somebody who is signed in there. */
export const postAt = async (
  url: string,
  body: object,
  role?: Role,
  agency?: string,
  method: 'POST' | 'PUT' = 'POST',
): Promise<Response> =>
  fetch(url, {
    method,
    headers: {
      cookie: cookieHeader(await sessionAt(url, role, agency)),
      origin: new URL(url).origin,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });

/** Lets a browser be signed in at a server. */
export const signInBrowser = async (
  context: BrowserContext,
  url: string,
  role?: Role,
  agency?: string,
): Promise<void> => context.addCookies([browserCookie(await sessionAt(url, role, agency), url)]);

/** Walks through the sign-in as a browser does. @returns the id in the cookie that it ends with */
async function signIn(url: string, role: Role, agency = '[^".]+'): Promise<string> {
  const jar = new Jar();
  const toChoose = await jar.follow(`${url}/api/session/sign-in`);
  const page = await (await jar.ask(toChoose)).text();
  const offered = new RegExp(`value="(${role}\\.${agency})"`).exec(page);
  const subject = offered?.[1] ?? subjectOf(role, agency);
  const done = await jar.follow(toChoose, { method: 'POST', body: new URLSearchParams({ subject }) }, url);
  if (new URL(done).pathname === '/sign-in') throw new Error(`The sign-in ended at ${done}`);
  return jar.cookies.get('__Host-safeguarding')!;
}

/** Cookies as they are given, and redirects as they are followed; all of it is on one machine. */
class Jar {
  readonly cookies = new Map<string, string>();

  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(url, { ...init, headers: { cookie }, redirect: 'manual' });
    for (const given of answer.headers.getSetCookie()) {
      const [name, value] = given.split(';')[0]!.split('=') as [string, string];
      this.cookies.set(name, value);
    }
    return answer;
  }

  /** Where redirects lead: to the first answer that is none, or to a page of a server. */
  async follow(url: string, init?: RequestInit, until?: string): Promise<string> {
    const answer = await this.ask(url, init);
    const location = answer.headers.get('location');
    if (!location) return url;
    const next = new URL(location, url).href;
    return until && next.startsWith(until) && !next.startsWith(`${until}/api/`) ? next : this.follow(next, {}, until);
  }
}
