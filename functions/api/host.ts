import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const OWN = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Answers only what was asked of this machine by name. Nobody signs in yet, so a page elsewhere whose host name is made to point
 * here (DNS rebinding) would otherwise read everything.
 */
export const ownHostOnly: MiddlewareHandler = async function ownHostOnly(c, next) {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return OWN.includes(name)
    ? next()
    : problem(c, 421, 'This address is not served here. Expected localhost or 127.0.0.1.');
};
