import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';
import type { ApiEnv } from '../api/env.ts';

const forever = (_: string, c: Context) => c.header('Cache-Control', 'public, max-age=31536000, immutable');
const checkFirst = (_: string, c: Context) => c.header('Cache-Control', 'no-cache');

/** Adds the built dashboard to the API: assets, whose names change with their content, for ever; any other path is a page of the app. */
export function servePages(api: Hono<ApiEnv>, folder: string): Hono<ApiEnv> {
  api.use('/assets/*', serveStatic({ root: folder, onFound: forever }));
  api.get('/assets/*', (c) => c.notFound());
  api.use('*', serveStatic({ root: folder, onFound: checkFirst }));
  api.use('*', serveStatic({ path: join(folder, 'index.html'), onFound: checkFirst }));
  return api;
}
