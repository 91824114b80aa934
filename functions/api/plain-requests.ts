import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';
import { TABLE } from './roles.ts';

const READING = ['GET', 'HEAD'];

/** What else an address answers. */
const writing = (path: string): string[] =>
  Object.keys(TABLE).flatMap((route) => {
    const [method, address] = route.split(' ') as [string, string];
    const fits = new RegExp(`^${address.replace(/:\w+/g, '[^/]+')}$`).test(path);
    return fits && !READING.includes(method) ? [method] : [];
  });

/** Answers requests that read, and those that write where something may be written. */
export const knownMethod: MiddlewareHandler = async function knownMethod(c, next) {
  const allowed = [...READING, ...writing(c.req.path)];
  if (allowed.includes(c.req.method)) return next();
  c.header('Allow', allowed.join(', '));
  return problem(c, 405, `This address only answers ${allowed.join(' and ')}.`);
};

/** Refuses the one parameter that would be lost while the others are gathered into an object, so that no route could refuse it. */
export const noLostParameter: MiddlewareHandler = async function noLostParameter(c, next) {
  if (!new URL(c.req.url).searchParams.has('__proto__')) return next();
  return problem(c, 400, 'There is no query parameter "__proto__".');
};
