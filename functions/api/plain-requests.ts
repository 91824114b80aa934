import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const READING = ['GET', 'HEAD'];
/** What else an address answers: only what people decide is written through the API. */
const WRITING: Record<string, string[]> = { '/api/decisions': ['POST'] };

/** Answers requests that read, and those that write where something may be written. */
export const knownMethod: MiddlewareHandler = async function knownMethod(c, next) {
  const allowed = [...READING, ...(WRITING[c.req.path] ?? [])];
  if (allowed.includes(c.req.method)) return next();
  c.header('Allow', allowed.join(', '));
  return problem(c, 405, `This address only answers ${allowed.join(' and ')}.`);
};

/** Refuses the one parameter that would be lost while the others are gathered into an object, so that no route could refuse it. */
export const noLostParameter: MiddlewareHandler = async function noLostParameter(c, next) {
  if (!new URL(c.req.url).searchParams.has('__proto__')) return next();
  return problem(c, 400, 'There is no query parameter "__proto__".');
};
