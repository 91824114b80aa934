import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** The prefix makes a browser take it from this very host alone, and send it nowhere else. */
const NAME = '__Host-safeguarding';
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

/** 256 random bits, as text. */
export const randomId = (): string => randomBytes(32).toString('base64url');

/** Under what the server knows an id: whoever reads the store cannot make the cookie of it. */
export const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/** The id that a request brings; undefined for none and for what was never one. */
export function cookieOf(c: Context): string | undefined {
  const id = getCookie(c, NAME);
  return id && /^[\w-]{43}$/.test(id) ? id : undefined;
}

export const giveCookie = (c: Context, id: string): void => setCookie(c, NAME, id, ATTRIBUTES);

export const takeCookie = (c: Context): void => void deleteCookie(c, NAME, ATTRIBUTES);

/** The cookie of an id as a browser that is driven by a program takes it: of a name with this prefix only for an address with TLS. */
export const browserCookie = (id: string, url: string) => ({
  name: NAME,
  value: id,
  url: `https://${new URL(url).hostname}/`,
  secure: true,
  httpOnly: true,
  sameSite: 'Lax' as const,
});

/** The header by which a program brings an id. */
export const cookieHeader = (id: string): string => `${NAME}=${id}`;
