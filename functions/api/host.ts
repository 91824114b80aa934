import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from './env.ts';
import { problem } from './problem.ts';
import type { Identity } from './session/identity.ts';

/** Answers only what was asked of one of our own addresses: a page elsewhere may make its host name point here (DNS rebinding). */
export const ownHostOnly = (identity: Identity) =>
  createMiddleware<ApiEnv>(async function ownHostOnly(c, next) {
    const origin = identity.origin(c.req.header('host') ?? new URL(c.req.url).host);
    if (!origin) return problem(c, 421, 'This address is not served here. Expected localhost or 127.0.0.1.');
    c.set('origin', origin);
    return next();
  });
