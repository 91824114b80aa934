import { bodyLimit } from 'hono/body-limit';
import type { Context } from 'hono';
import { every, except } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from './env.ts';
import { problem } from './problem.ts';

export const MOST_BYTES = 16 * 1024;
/** What is put is a file, which the route that takes it holds to what was announced of it. */
const isPut = (c: Context) => c.req.method === 'PUT';
const READING = ['GET', 'HEAD'];

/**
 * Takes a write from our own pages and from no page elsewhere: it says whence it comes, and a browser asks before it sends JSON to another
 * site. What is sent must be small JSON. A request that only reads passes.
 */
export const fromOurPages = every(
  createMiddleware<ApiEnv>(async function ourOwn(c, next) {
    if (READING.includes(c.req.method)) return next();
    const site = c.req.header('Sec-Fetch-Site');
    if ((site && site !== 'same-origin') || c.req.header('Origin') !== c.get('origin'))
      return problem(c, 403, 'Only the pages of this dashboard may write here.');
    if (!isPut(c) && !/^application\/json(;|$)/i.test(c.req.header('Content-Type') ?? ''))
      return problem(c, 415, 'Expected JSON, with the content type application/json.');
    return next();
  }),
  except(
    isPut,
    bodyLimit({ maxSize: MOST_BYTES, onError: (c) => problem(c, 413, `Expected at most ${MOST_BYTES} bytes.`) }),
  ),
);
