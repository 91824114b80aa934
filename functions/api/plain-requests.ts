import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const ALLOWED = ['GET', 'HEAD'];

/** Answers requests that read; nothing is written through the API. */
export const readOnly: MiddlewareHandler = async function readOnly(c, next) {
  if (ALLOWED.includes(c.req.method)) return next();
  c.header('Allow', ALLOWED.join(', '));
  return problem(c, 405, `This address only answers ${ALLOWED.join(' and ')}.`);
};

/** Refuses the one parameter that would be lost while the others are gathered into an object, so that no route could refuse it. */
export const noLostParameter: MiddlewareHandler = async function noLostParameter(c, next) {
  if (!new URL(c.req.url).searchParams.has('__proto__')) return next();
  return problem(c, 400, 'There is no query parameter "__proto__".');
};
