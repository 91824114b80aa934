// Who asks, and whether they may: asked of every request under /api before its route is.
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Partnership } from '../../../etl/partnership.ts';
import { recordOnce } from '../audit/once.ts';
import type { ApiEnv } from '../env.ts';
import { notFound, problem } from '../problem.ts';
import { open, whose } from '../roles.ts';
import type { Actor } from './actor.ts';
import { placeOf, Refused } from './claims.ts';
import { cookieOf } from './cookie.ts';
import { stillGranted } from './granted.ts';
import { rolesOf } from './me.ts';
import type { Provider } from './provider.ts';
import type { Settings } from './settings.ts';
import { endLapsed, find, GONE, type Session } from './sessions.ts';

/** Lets through whom the table of roles allows, and leaves word of who it is. A route that is not in it is answered to nobody. */
export const guard = (p: Partnership, settings: Settings, provider: Provider) =>
  createMiddleware<ApiEnv>(async function guard(c, next) {
    const route = routeOf(c);
    if (route && open(route)) return next();
    const id = cookieOf(c);
    const session = await sessionOf(p, settings, provider, id);
    if (!session) {
      // Whoever had one until now may have gone: nothing that they were answered stays in the browser.
      if (id && (await endLapsed(p.store, id))) c.header('Clear-Site-Data', GONE);
      return problem(c, 401, 'Nobody is signed in. Sign in, then try again.');
    }
    if (!route) return notFound(c);
    const actor = actorOf(settings, session);
    const answered = rolesOf(p, actor, session).map((role) => whose(route, role));
    const writesAsAnother = session.view_as && c.req.method !== 'GET' && !route.startsWith('POST /api/session/');
    if (answered.includes(undefined) || writesAsAnother) {
      await recordOnce(p, { actor, action: 'deny', target: route, decision: 'denied' });
      return problem(c, 403, 'This is not for your role.');
    }
    c.set('session', session);
    c.set('actor', actor);
    c.set('agency', answered.includes('own') ? actor.agency : undefined);
    return next();
  });

/** The route that will answer, such as `GET /api/kpis/:id`; undefined where none will. */
function routeOf(c: Parameters<typeof matchedRoutes>[0]): string | undefined {
  const found = matchedRoutes(c).find(({ method }) => method !== 'ALL');
  return found && `${found.method} ${found.path}`;
}

/** The session of an id; undefined when nobody has it, or whoever has it no longer has a role. */
async function sessionOf(p: Partnership, settings: Settings, provider: Provider, id: string | undefined) {
  const found = id && (await find(p.store, id, p.clock.now()));
  const session = found && (await stillGranted(p, settings, provider, found));
  if (!session) return undefined;
  try {
    placeOf(settings, { ...session, ...session.granted });
    return session;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const [actor, target] = [error.who && { ...error.who, session: session.hash }, settings.issuer];
    if (actor) await recordOnce(p, { actor, action: 'sign-in', target, purpose: error.why, decision: 'denied' });
    return undefined;
  }
}

function actorOf(settings: Settings, session: Session): Actor {
  const { issuer, subject, name, hash, authenticated_at } = session;
  return {
    issuer,
    subject,
    name,
    ...placeOf(settings, { ...session, ...session.granted }),
    session: hash,
    authenticated_at,
  };
}
