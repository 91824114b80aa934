import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import { problem } from './problem.ts';

const MOST_BYTES = 16 * 1024;

/**
 * Takes a write from our own pages or from a program, and from no page elsewhere: a browser says whence a page's request comes, and
 * asks before it sends JSON to another site. What is sent must be small JSON.
 */
export const fromOurPages: MiddlewareHandler = every(
  async function ourOwn(c, next) {
    const [site, origin] = [c.req.header('Sec-Fetch-Site'), c.req.header('Origin')];
    const host = c.req.header('Host') ?? new URL(c.req.url).host;
    if ((site && site !== 'same-origin') || (origin && !isOf(origin, host)))
      return problem(c, 403, 'Only the pages of this dashboard may write here.');
    if (!/^application\/json(;|$)/i.test(c.req.header('Content-Type') ?? ''))
      return problem(c, 415, 'Expected JSON, with the content type application/json.');
    return next();
  },
  bodyLimit({ maxSize: MOST_BYTES, onError: (c) => problem(c, 413, `Expected at most ${MOST_BYTES} bytes.`) }),
);

function isOf(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
