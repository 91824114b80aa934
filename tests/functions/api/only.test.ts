// The function that may read the vault answers one route; whatever else reaches it is not even looked at.
import { handle } from 'hono/aws-lambda';
import { beforeEach, expect, it } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import type { Api } from '../../../functions/api/env.ts';
import { only } from '../../../functions/api/only.ts';
import { HEADERS } from '../../../functions/api/headers.ts';
import { TABLE } from '../../../functions/api/roles.ts';
import { ownIdentity } from '../../../functions/local/identity/own-session.ts';
import { faulted } from '../../faults/faulted.ts';
import { emptyPartnership } from '../../partnerships.ts';
import { sessionHeaders } from '../../signed-in.ts';

const p = await emptyPartnership();
const store = faulted(p.store);
const whole = createApi({ ...p, store }, ownIdentity(p));
let asked: string[];
const watched = { fetch: (request: Request) => (asked.push(new URL(request.url).pathname), whole.fetch(request)) };
const lists = only('POST', '/api/lists', watched as unknown as Api);
beforeEach(() => (asked = []));

const { cookie } = await sessionHeaders(p, 'supplier');
const HEAD = { cookie, host: 'localhost', origin: 'http://localhost', 'content-type': 'application/json' };

/** As Lambda asks it: the path as it was sent. */
async function ask(method: string, path: string) {
  const before = store.calls.length;
  const event = {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: HEAD,
    requestContext: { http: { method, path }, domainName: 'localhost' },
    isBase64Encoded: false,
    ...(method !== 'GET' && { body: '{}' }),
  };
  const { statusCode, headers } = (await handle(lists)(event as never)) as {
    statusCode: number;
    headers: Record<string, string>;
  };
  return { status: statusCode, headers, looked: store.calls.length - before };
}

it('answers its route as the API does', async () => {
  const { status } = await ask('POST', '/api/lists');
  expect([status, asked]).toEqual([403, ['/api/lists']]);
});

const others = Object.keys(TABLE)
  .filter((route) => route !== 'POST /api/lists')
  .map((route) => route.split(' ') as [string, string]);
it.each([
  ...others,
  ['GET', '/api/lists'],
  ['PUT', '/api/lists'],
  ['POST', '/api/lists/'],
  ['POST', '/api/lists/x'],
  ['POST', '/api//lists'],
  ['GET', '/api/lists/../kpis'],
  ['POST', '/api/lists/../decisions'],
  ['POST', '/api/lists/%2e%2e/decisions'],
  ['POST', '/api/lists;x'],
  ['GET', '/'],
] as [string, string][])('knows nothing of %s %s', async (method, path) => {
  const { status, headers, looked } = await ask(method, path);
  expect([status, looked, asked]).toEqual([404, 0, []]);
  for (const [name, value] of Object.entries(HEADERS)) expect(headers[name.toLowerCase()]).toBe(value);
});
