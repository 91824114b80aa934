import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono, MiddlewareHandler } from 'hono';
import type { ApiEnv } from '../api/env.ts';

const kept = (how: string): MiddlewareHandler =>
  async function kept(c, next) {
    await next();
    if (c.res.ok) c.res.headers.set('Cache-Control', how);
  };

/** Adds the built dashboard to the API: assets, whose names change with their content, for ever; any other path is a page of the app. */
export function servePages(api: Hono<ApiEnv>, folder: string): Hono<ApiEnv> {
  api.use('/assets/*', kept('public, max-age=31536000, immutable'), serveStatic({ root: folder }));
  api.use('/assets/*', async (c) => c.notFound());
  api.use('*', kept('no-cache'), serveStatic({ root: folder }), serveStatic({ path: join(folder, 'index.html') }));
  return api;
}
