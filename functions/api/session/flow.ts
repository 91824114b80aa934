import type { Context } from 'hono';
import type { Partnership } from '../../../etl/partnership.ts';
import { recordOnce } from '../audit/once.ts';
import { record } from '../audit/record.ts';
import type { ApiEnv } from '../env.ts';
import { homeOf } from '../roles.ts';
import { placeOf, readClaims, type Refusal, Refused } from './claims.ts';
import { cookieOf, giveCookie, hashOf } from './cookie.ts';
import type { Provider } from './provider.ts';
import { begin, end } from './sessions.ts';
import type { Settings } from './settings.ts';
import { beginSignIn, takeSignIn } from './sign-ins.ts';

export const CALLBACK = '/api/session/callback';

/** Sends a browser to the provider, to come back to a page of ours. @returns where it goes */
export async function goSignIn(c: Context<ApiEnv>, p: Partnership, provider: Provider, page = '/'): Promise<string> {
  const redirect_uri = c.get('origin') + CALLBACK;
  const { url, asked } = await provider.ask(redirect_uri);
  const began_at = p.clock.now().toISOString();
  const to = ownPage(c.get('origin'), page);
  giveCookie(c, await beginSignIn(p.store, cookieOf(c), { asked, to, redirect_uri, began_at }));
  return url;
}

/**
 * Lets in whoever comes back from the provider, under a session of a new id; the one that the browser had is over.
 * @returns the page to go to
 * @throws Refused once that is recorded
 */
export async function comeBack(
  c: Context<ApiEnv>,
  p: Partnership,
  settings: Settings,
  provider: Provider,
): Promise<string> {
  try {
    return await letIn(c, p, settings, provider);
  } catch (error) {
    if (error instanceof Refused) await recordRefused(p, settings.issuer, error, cookieOf(c));
    throw error;
  }
}

async function letIn(c: Context<ApiEnv>, p: Partnership, settings: Settings, provider: Provider): Promise<string> {
  const browser = cookieOf(c);
  if (!browser) throw new Refused('no-cookie');
  const now = p.clock.now();
  const signIn = await takeSignIn(p.store, c.req.query('state') ?? '', browser, now);
  if (!signIn) throw new Refused('again');
  // Not the address that was asked: what stands before this server may have asked it by another one.
  const cameBackTo = new URL(`${signIn.redirect_uri}${new URL(c.req.url).search}`);
  const { claims, refresh_token } = await provider.answer(cameBackTo, signIn.asked);
  const said = readClaims(settings, claims, new Date(signIn.began_at), now);
  const place = placeOf(settings, said);
  const id = await begin(p.store, said, refresh_token, now);
  const actor = { ...said, ...place, session: hashOf(id) };
  await record(p, { actor, action: 'sign-in', target: settings.issuer, decision: 'allowed' });
  await end(p.store, { hash: hashOf(browser) });
  giveCookie(c, id);
  // Whoever asked for no page in particular begins with one that is for them.
  return signIn.to === '/' ? homeOf([place.role]) : signIn.to;
}

/** What anybody can bring about who never was at the provider, and as often as they like. */
const BY_ANYBODY: readonly Refusal[] = ['no-cookie', 'again', 'provider'];

/** Writes down who was not let in. Of what anybody can bring about only an hour's first: nobody may fill a record that is never shortened. */
function recordRefused(p: Partnership, issuer: string, { why, who }: Refused, browser: string | undefined) {
  const told = { action: 'sign-in', purpose: why, decision: 'denied' } as const;
  const actor = who && { ...who, session: browser ? hashOf(browser) : '' };
  if (!BY_ANYBODY.includes(why)) return record(p, { ...told, actor, target: issuer });
  const hour = p.clock.now().toISOString().slice(0, 13);
  return recordOnce(p, { ...told, actor, target: `${issuer}, ${why}, first in the hour of ${hour}` });
}

/** A page of ours, whatever an address says. */
function ownPage(origin: string, page: string): string {
  const url = URL.canParse(page, origin) ? new URL(page, origin) : new URL(origin);
  // A path that begins with two slashes is another site's address to a browser.
  return url.origin === origin && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}
