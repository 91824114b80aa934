import { createMiddleware } from 'hono/factory';
import type { Partnership } from '../../../etl/partnership.ts';
import type { ApiEnv } from '../env.ts';
import { problem } from '../problem.ts';

export const FRESH_S = 5 * 60;

/** Answers only somebody who has shown who they are, with the second factor, within the last five minutes (RFC 9470). */
export const freshlySignedIn = (p: Partnership) =>
  createMiddleware<ApiEnv>(async function freshlySignedIn(c, next) {
    const age = p.clock.now().getTime() - Date.parse(c.get('actor').authenticated_at);
    if (age <= FRESH_S * 1000) return next();
    c.header('WWW-Authenticate', `Session error="insufficient_user_authentication", max_age="${FRESH_S}"`);
    return problem(c, 401, 'Show again who you are: this is answered only within five minutes of a sign-in.');
  });
