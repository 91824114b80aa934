// The API with a provider that may lie, and a clock that a test can move.
import { openPartnership, type Partnership } from '../../../etl/partnership.ts';
import { createApi } from '../../../functions/api/api.ts';
import type { Api } from '../../../functions/api/env.ts';
import { demoSettings } from '../../../functions/local/identity/demo-settings.ts';
import { originHere } from '../../../functions/local/identity/origin.ts';
import { scratchFolder } from '../../partnerships.ts';
import { type Claims, CLIENT, type Liar, liar } from './liar.ts';

export interface House {
  p: Partnership;
  api: Api;
  liar: Liar;
  /** Lets so many minutes go by. */
  wait(minutes: number): void;
  close(): void;
}

export async function house(): Promise<House> {
  let later = 0;
  const p = await openPartnership({ data: scratchFolder(), clock: { now: () => new Date(Date.now() + later) } });
  const one = await liar();
  const settings = demoSettings(p, one.issuer, CLIENT);
  return {
    p,
    liar: one,
    api: createApi(p, { settings, origin: originHere }),
    wait: (minutes) => void (later += minutes * 60_000),
    close: () => (one.close(), p.close()),
  };
}

/** What a browser keeps, and what the provider was asked. */
export interface Begun {
  cookie: string;
  state: string;
  nonce: string;
}

const cookieIn = (answer: Response) => /^__Host-safeguarding=[^;]*/.exec(answer.headers.get('set-cookie') ?? '')?.[0];

/** Begins a sign-in, with the cookie of one before where there is one. */
export async function begin({ api }: Pick<House, 'api'>, known?: string): Promise<Begun> {
  const answer = await api.request('/api/session/sign-in', { headers: known ? { cookie: known } : {} });
  const asked = new URL(answer.headers.get('location')!).searchParams;
  return { cookie: cookieIn(answer)!, state: asked.get('state')!, nonce: asked.get('nonce')! };
}

/** What an honest provider says of an analyst of the council. */
export const honest = ({ liar: { issuer }, p }: House, { nonce }: Pick<Begun, 'nonce'>): Claims => {
  const now = Math.floor(p.clock.now().getTime() / 1000);
  return {
    iss: issuer,
    aud: CLIENT,
    sub: 'ann',
    nonce,
    iat: now,
    exp: now + 300,
    auth_time: now,
    acr: 'demo-second-factor',
    amr: ['pwd', 'otp'],
    name: 'Ann',
    role: 'analyst',
    agency: 'council',
  };
};

/** Comes back from the provider. @returns where it leads and the cookie afterwards */
export async function comeBack({ api, liar: { issuer } }: House, query: Record<string, string>, cookie?: string) {
  const search = new URLSearchParams({ iss: issuer, ...query });
  const answer = await api.request(`/api/session/callback?${search}`, { headers: cookie ? { cookie } : {} });
  return { status: answer.status, to: answer.headers.get('location'), cookie: cookieIn(answer) };
}

/** The status with which somebody who brings a cookie is told who they are. */
export const me = async ({ api }: Pick<House, 'api'>, cookie?: string): Promise<number> =>
  (await api.request('/api/me', { headers: cookie ? { cookie } : {} })).status;

export const post = ({ api }: Pick<House, 'api'>, path: string, cookie: string, body: object = {}): Promise<Response> =>
  Promise.resolve(
    api.request(path, {
      method: 'POST',
      headers: { cookie, origin: 'http://localhost', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
