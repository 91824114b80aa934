// Who may ask what: the one table. A route that is not in it is answered to nobody.
import type { Role } from './session/actor.ts';

/** Of which agencies somebody is answered: all, or their own. */
type Whose = 'all' | 'own';
type Allowed = Partial<Record<Role, Whose>>;

const EVERYBODY: Allowed = {
  executive: 'all',
  'quality-assurance': 'all',
  analyst: 'all',
  supplier: 'own',
  'link-reviewer': 'own',
  'data-protection': 'all',
  operator: 'all',
};
const FIGURES: Allowed = { executive: 'all', 'quality-assurance': 'all', analyst: 'all' };

/** Every route by its method and path. 'anybody' has not signed in yet. */
export const TABLE: Readonly<Record<string, Allowed | 'anybody'>> = {
  'GET /api/session/sign-in': 'anybody',
  'GET /api/session/callback': 'anybody',
  'POST /api/session/sign-out': EVERYBODY,
  'POST /api/session/sign-out-everywhere': EVERYBODY,
  'POST /api/session/extend': EVERYBODY,
  'POST /api/session/view-as': EVERYBODY,
  'GET /api/me': EVERYBODY,
  'GET /api/openapi.json': EVERYBODY,
  'GET /api/snapshot': EVERYBODY,
  // The documents of all pages ask for it before anybody knows who asks: who sees no figures is told of no KPIs.
  'GET /api/kpis': EVERYBODY,
  'GET /api/kpis/:id': FIGURES,
  'GET /api/kpis/:id/series': FIGURES,
  'GET /api/kpis/:id/trend': FIGURES,
  'GET /api/kpis/:id/funnel': FIGURES,
  'GET /api/kpis/:id/lineage': FIGURES,
  'GET /api/parts': FIGURES,
  'GET /api/overlaps': FIGURES,
  'GET /api/curves/:id': FIGURES,
  'GET /api/flow': FIGURES,
  'GET /api/changes': FIGURES,
  'GET /api/quality': FIGURES,
  'GET /api/releases': FIGURES,
  'GET /api/releases/:audience': FIGURES,
  'GET /api/board-pack': FIGURES,
  'GET /api/decisions': FIGURES,
  'POST /api/decisions': { 'quality-assurance': 'all', analyst: 'all' },
  'GET /api/extracts': { ...FIGURES, supplier: 'own', operator: 'all' },
  'GET /api/audit': { 'data-protection': 'all' },
  'GET /api/retention': { 'data-protection': 'all', operator: 'all' },
  'GET /api/submissions': { analyst: 'all', 'data-protection': 'all', supplier: 'own' },
  'GET /api/submissions/:id': { analyst: 'all', 'data-protection': 'all', supplier: 'own' },
  'POST /api/submissions/:id/withdraw': { supplier: 'own', 'data-protection': 'all' },
  'POST /api/uploads': { supplier: 'own' },
  'PUT /api/uploads/:id': { supplier: 'own' },
  'GET /api/uploads/:id': { supplier: 'own' },
  'POST /api/lists': { executive: 'own', 'quality-assurance': 'own' },
};

/** Whether somebody is answered at a route who has not signed in. */
export const open = (route: string): boolean => TABLE[route] === 'anybody';

/** Of which agencies a role is answered at a route; undefined where it is answered nothing. */
export function whose(route: string, role: Role): Whose | undefined {
  const allowed = Object.hasOwn(TABLE, route) ? TABLE[route]! : {};
  return allowed === 'anybody' ? undefined : allowed[role];
}

/** The routes that are answered to all of some roles. */
export const routesOf = (roles: readonly Role[]): string[] =>
  Object.keys(TABLE).filter((route) => roles.every((role) => whose(route, role)));

/** Where work begins, by the route that a page rests on: the first of these that a role sees. */
const HOMES: readonly [page: string, route: string][] = [
  ['/', 'GET /api/kpis/:id'],
  ['/audit', 'GET /api/audit'],
  ['/receipts', 'GET /api/submissions'],
  ['/glossary', 'GET /api/me'],
];

/** The page on which the work of all of some roles begins. */
export const homeOf = (roles: readonly Role[]): string =>
  HOMES.find(([, route]) => roles.every((role) => whose(route, role)))![0];

/** The roles that may look at the pages as another one, for testing. */
export const MAY_VIEW_AS: readonly Role[] = ['operator', 'quality-assurance'];
