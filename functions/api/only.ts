import { Hono } from 'hono';
import type { Api } from './env.ts';
import { protect } from './headers.ts';
import { notFound } from './problem.ts';

/** One route of an API and nothing else of it. Whatever else is asked is answered as what is not there, before anything is read for it. */
export function only(method: string, path: string, api: Api): Hono {
  const one = new Hono();
  one.use(protect);
  one.notFound(notFound);
  one.on(method, path, (c) => api.fetch(c.req.raw, c.env));
  return one;
}
