import type { Partnership } from '../../../etl/partnership.ts';
import { whoIs } from './claims.ts';
import { end, first, grant, type Session } from './sessions.ts';
import type { Provider } from './provider.ts';
import type { Settings } from './settings.ts';

/** How often the provider is asked whether somebody still may, and for how long it may fail to answer. */
export const ASK_MS = 5 * 60_000;
const AT_MOST_MS = 10 * 60_000;
const TURN_MS = 60_000;

/**
 * A session whose grants hold, by what the provider says now: whom it lets in no longer, or gives another role, is known within minutes. A
 * provider that stands before a directory, as Cognito does, asks that directory at a sign-in alone: of who left there it knows nothing until
 * then (docs/security.md).
 * @returns undefined when the provider lets them in no longer, or could not be asked for too long
 */
export async function stillGranted(
  p: Pick<Partnership, 'store' | 'clock'>,
  settings: Settings,
  provider: Provider,
  session: Session,
): Promise<Session | undefined> {
  const now = p.clock.now();
  const age = now.getTime() - Date.parse(session.granted.asked_at);
  if (age < ASK_MS) return session;
  // One asks and the others go on: a provider takes a token that comes twice for a stolen one.
  if (await first(p.store, session, `${Date.parse(session.granted.asked_at)}-${Math.floor(age / TURN_MS)}`)) {
    const asked = await askAgain(settings, provider, session).catch(() => 'no answer' as const);
    if (asked === undefined) {
      await end(p.store, session);
      return undefined;
    }
    if (asked !== 'no answer') return grant(p.store, session, { ...asked, asked_at: now.toISOString() });
  }
  return age < AT_MOST_MS ? session : undefined;
}

/** What the provider grants now. A token without claims changes nothing; one of somebody else ends the session. */
async function askAgain(settings: Settings, provider: Provider, session: Session) {
  const tokens = await provider.again(session.granted.refresh_token);
  if (!tokens) return undefined;
  const { refresh_token, claims } = tokens;
  const { roles, agencies } = session.granted;
  if (Object.keys(claims).length === 0) return { refresh_token, roles, agencies };
  const said = whoIs(settings.claims, claims);
  if (said.issuer !== session.issuer || said.subject !== session.subject) return undefined;
  return { refresh_token, roles: said.roles, agencies: said.agencies };
}
