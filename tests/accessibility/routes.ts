import { readFileSync } from 'node:fs';
import type { Role } from '../../functions/api/session/actor.ts';
import { askAt } from '../signed-in.ts';

const APP = readFileSync(new URL('../../dashboard/app.tsx', import.meta.url), 'utf8');

/** The pages of the app, from its own list: a new page is checked without being named here. */
export const ROUTES = [...APP.matchAll(/<Route\s+path="([^"]+)"/g)].map(([, path]) => path!);

/** Who sees a page that an analyst does not. */
export const SEEN_BY: Record<string, Role | undefined> = { '/audit': 'data-protection' };

/** What a filtered page is asked for. Every page leaves out, and names, what it does not know. */
export const FILTER = '?grain=quarter&by=town&where.town=Hanley&outcome=refused';

interface Named {
  id: string;
}
const ask = async <T>(url: string, path: string) => (await (await askAt(`${url}/api${path}`)).json()) as T;
const last = async (url: string, path: string) => (await ask<Named[]>(url, path)).slice(-1).map(({ id }) => id);

/** What may stand in place of a parameter, on a server that holds figures or none. */
const STANDS_FOR: Record<string, (url: string) => Promise<string[]>> = {
  '/:priority': async (url) =>
    (await ask<{ partnership: { priorities: Named[] } }>(url, '/snapshot')).partnership.priorities.map(({ id }) => id),
  '/receipts/:id': (url) => last(url, '/submissions'),
  '/measures/:id': (url) => last(url, '/kpis'),
};

/** The addresses of a page: one for each priority, and one of a kind where it shows one thing of many. */
export async function addresses(url: string, route: string): Promise<string[]> {
  if (route === '*') return ['/no-such-page'];
  if (!route.includes(':')) return [route];
  const ids = STANDS_FOR[route];
  if (!ids)
    throw new Error(`Say in tests/accessibility/routes.ts what may stand in place of the parameter of ${route}.`);
  return (await ids(url)).map((id) => route.replace(/:\w+/, encodeURIComponent(id)));
}
