// What is written down of answers, whichever route gave them: small numbers and downloads. Denials are the guard's.
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Partnership } from '../../../etl/partnership.ts';
import type { ApiEnv } from '../env.ts';
import type { Deed } from './entry.ts';
import { recordOnce } from './once.ts';
import { record } from './record.ts';

/** How an answer says that a figure in it is small (etl/query/sensitive.ts). A route need not be known here to be seen. */
const SMALL = '"sensitive":true';

/**
 * Looks at every answer before it leaves. One that cannot be recorded does not: the answer is then a 503 with nothing of it.
 * Small numbers are recorded once in a session for each question, downloads every time.
 */
export const watch = (p: Partnership) =>
  createMiddleware<ApiEnv>(async function watch(c, next) {
    await next();
    const deed = c.res.ok ? await deedOf(c) : undefined;
    if (!deed) return;
    try {
      await (deed.action === 'export' ? record : recordOnce)(p, deed);
    } catch (error) {
      c.res = undefined; // no header of it either
      throw error;
    }
  });

async function deedOf(c: Context<ApiEnv>): Promise<Deed | undefined> {
  const actor = c.get('actor') as Deed['actor'];
  if (!actor) return undefined; // whoever has not signed in is answered nothing but the way to it
  const type = c.res.headers.get('Content-Type') ?? '';
  const asked = { actor, target: questionOf(c), decision: 'allowed' } as const;
  if (type.startsWith('text/csv')) return c.req.query('format') === 'key' ? undefined : { action: 'export', ...asked };
  const small = type.startsWith('application/json') && (await textOf(c)).includes(SMALL);
  return small ? { action: 'small-numbers', ...asked } : undefined;
}

/** The body of an answer, which is made anew from it: a clone that is thrown away may take the body of the other with it. */
async function textOf(c: Context<ApiEnv>): Promise<string> {
  const { status, headers } = c.res;
  const text = await c.res.text();
  c.res = undefined; // or its headers would be added once more
  c.res = new Response(text, { status, headers });
  return text;
}

/**
 * What was asked, and of which snapshot: the same question of a new one shows new figures. The path is as the routes read it, so that no
 * other spelling of it hides from who looks through the record.
 */
function questionOf(c: Context<ApiEnv>): string {
  const { searchParams } = new URL(c.req.url);
  searchParams.delete('as_at');
  searchParams.sort();
  const query = searchParams.size > 0 ? `?${searchParams}` : '';
  const snapshot = c.get('snapshot') as ApiEnv['Variables']['snapshot'] | undefined;
  return `${c.req.path}${query}${snapshot ? ` of snapshot ${snapshot.number}` : ''}`;
}
