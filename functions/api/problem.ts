import { STATUS_CODES } from 'node:http';
import type { Hook } from '@hono/zod-openapi';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorKind, SafeguardingError } from '../../etl/errors.ts';
import { unexpected } from '../unexpected.ts';
import type { ApiEnv } from './env.ts';

const STATUS: Record<ErrorKind, ContentfulStatusCode> = {
  usage: 400,
  'not-found': 404,
  denied: 403,
  refused: 422,
  'too-many': 429,
  unavailable: 503,
};

/** An error as RFC 9457 tells it. */
export const problem = (c: Context, status: ContentfulStatusCode, detail: string) =>
  c.json({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail }, status, {
    'Content-Type': 'application/problem+json',
  });

export const notFound = (c: Context) =>
  problem(c, 404, 'There is nothing at this address. /api/openapi.json says what there is.');

/** Only what is meant for readers is told to them. The rest is told to whoever runs this, and never with data. */
export const onError: ErrorHandler = (error, c) => {
  if (error instanceof SafeguardingError) return problem(c, STATUS[error.kind], error.message);
  // What the framework refuses before a route is asked: a body that is not what it says it is.
  if (error instanceof HTTPException && error.status === 400) return problem(c, 400, 'Expected a body of sound JSON.');
  console.error(`${c.req.method} ${c.req.routePath}: ${unexpected(error)}`);
  return problem(c, 500, 'Something went wrong that should not. Whoever runs this sees more where it runs.');
};

/** A request that is not as its route says. */
export const invalid: Hook<unknown, ApiEnv, string, unknown> = (result, c) => {
  if (result.success) return;
  const faults = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `"${path.join('.')}": ${message}` : message,
  );
  return problem(c, 400, faults.join(' '));
};
