import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { SafeguardingError } from '../../../etl/errors.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { record } from '../audit/record.ts';
import { answers, queryOf } from '../answers.ts';
import type { Api, ApiEnv } from '../env.ts';
import { MAY_VIEW_AS } from '../roles.ts';
import { Me, ViewAs } from '../schemas/session.ts';
import { Refused } from '../session/claims.ts';
import { takeCookie } from '../session/cookie.ts';
import { CALLBACK, comeBack, goSignIn } from '../session/flow.ts';
import { meOf } from '../session/me.ts';
import type { Provider } from '../session/provider.ts';
import { end, endAll, GONE, use, view } from '../session/sessions.ts';
import type { Settings } from '../session/settings.ts';

const { 304: _, 404: __, ...told } = answers(Me, 'Who asks, what they are answered, and for how long');
const { 400: refused, default: other } = told;
const elsewhere = { 303: { description: 'Go there' }, 400: refused, default: other };
const out = { 204: { description: 'Signed out' }, default: other };

const signIn = createRoute({
  method: 'get',
  path: '/api/session/sign-in',
  summary: 'Leads to where somebody shows who they are, and back to a page',
  request: { query: queryOf({ to: z.string().optional().openapi({ description: 'The page to come back to' }) }) },
  responses: elsewhere,
});
const callback = createRoute({
  method: 'get',
  path: CALLBACK,
  summary: 'Where the provider sends somebody back to',
  responses: elsewhere,
});
const me = createRoute({
  method: 'get',
  path: '/api/me',
  summary: 'Who is signed in',
  request: { query: queryOf({}) },
  responses: told,
});
const extend = createRoute({
  method: 'post',
  path: '/api/session/extend',
  summary: 'Stay signed in',
  responses: told,
});
const viewAs = createRoute({
  method: 'post',
  path: '/api/session/view-as',
  summary: 'Look at the pages as another role, for testing; null: as oneself again',
  request: { body: { required: true, content: { 'application/json': { schema: ViewAs } } } },
  responses: told,
});
const signOut = createRoute({
  method: 'post',
  path: '/api/session/sign-out',
  summary: 'Sign out in this browser',
  responses: out,
});
const signOutEverywhere = createRoute({
  method: 'post',
  path: '/api/session/sign-out-everywhere',
  summary: 'Sign out wherever one is signed in',
  responses: out,
});

export function sessionRoutes(api: Api, p: Partnership, settings: Settings, provider: Provider): void {
  api.openapi(signIn, async (c) => {
    const { to } = c.req.valid('query');
    return c.redirect(await goSignIn(c, p, provider, to).catch(backToSignIn), 303);
  });
  api.openapi(callback, async (c) => c.redirect(await comeBack(c, p, settings, provider).catch(backToSignIn), 303));
  api.openapi(me, (c) => c.json(meOf(p, c.get('actor'), c.get('session')), 200));
  api.openapi(extend, async (c) => {
    const session = await use(p.store, c.get('session'), p.clock.now());
    return c.json(meOf(p, c.get('actor'), session), 200);
  });
  api.openapi(viewAs, async (c) => {
    const { role } = c.req.valid('json');
    if (!MAY_VIEW_AS.includes(c.get('actor').role))
      throw new SafeguardingError('refused', 'Your role may not look at the pages as another.');
    const target = role ?? c.get('actor').role;
    await record(p, { actor: c.get('actor'), action: 'view-as', target, decision: 'allowed' });
    const session = await view(p.store, c.get('session'), role);
    return c.json(meOf(p, c.get('actor'), session), 200);
  });
  const leave = async (c: Context<ApiEnv>) => {
    const session = c.get('session');
    await end(p.store, session);
    await record(p, { actor: c.get('actor'), action: 'sign-out', target: settings.issuer, decision: 'allowed' });
    await provider.forget(session.granted.refresh_token);
    takeCookie(c);
    c.header('Clear-Site-Data', GONE);
    return c.body(null, 204);
  };
  api.openapi(signOut, leave);
  api.openapi(signOutEverywhere, async (c) => {
    await endAll(p.store, c.get('session'), p.clock.now());
    return leave(c);
  });
}

/** The page that says why somebody was not let in. What is no reason of theirs is told as any other fault. */
function backToSignIn(error: unknown): string {
  if (error instanceof Refused) return `/sign-in?why=${error.why}`;
  if (error instanceof SafeguardingError && error.kind === 'unavailable') return '/sign-in?why=unavailable';
  throw error;
}
