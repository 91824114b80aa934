// What somebody learns who asks oddly, over HTTP: of a real server, with the pages beside the API.
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Partnership } from '../../../etl/partnership.ts';
import { createApi } from '../../../functions/api/api.ts';
import { ownIdentity } from '../../../functions/local/identity/own-session.ts';
import { type Listening, listen } from '../../../functions/local/listen.ts';
import { servePages } from '../../../functions/local/pages.ts';
import { scratchFolder } from '../../partnerships.ts';
import { sessionHeaders } from '../../signed-in.ts';
import { clinicApi } from './clinic-api.ts';

let p: Partnership;
let server: Listening;
let signedIn: Record<string, string>;
beforeAll(async () => {
  ({ p } = await clinicApi());
  const folder = scratchFolder();
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><title>The app</title>');
  writeFileSync(join(folder, 'assets/index-a1b2c3.js'), 'export {};');
  writeFileSync(join(folder, 'assets/index-a1b2c3.css'), 'body{}');
  server = await listen(servePages(createApi(p, ownIdentity(p)), folder), 0);
  signedIn = await sessionHeaders(p);
});
afterAll(async () => {
  await server.close();
  p.close();
});

const ask = (path: string, headers: Record<string, string> = signedIn, method = 'GET') =>
  fetch(server.url + path, { headers, method });

describe('an answer', () => {
  it.each([
    ['/api/snapshot', 'application/json'],
    ['/api/openapi.json', 'application/json'],
    ['/api/nothing', 'application/problem+json'],
    ['/api/kpis/visits/series?format=csv', 'text/csv; charset=utf-8'],
    ['/api/kpis/visits/trend?format=csv', 'text/csv; charset=utf-8'],
    ['/', 'text/html; charset=utf-8'],
    ['/assets/index-a1b2c3.js', 'text/javascript; charset=utf-8'],
    ['/assets/index-a1b2c3.css', 'text/css; charset=utf-8'],
  ])('%s says what it is, and text in which letters', async (path, type) => {
    expect((await ask(path)).headers.get('Content-Type')?.toLowerCase()).toBe(type);
  });

  it('is no page when it is opened by itself: it runs nothing, and a download is a file', async () => {
    for (const path of [
      '/api/snapshot',
      '/api/submissions',
      '/api/nothing',
      '/api/kpis/visits/series?format=csv',
      '/api/kpis/visits/trend?format=csv',
    ]) {
      const { headers } = await ask(path, { ...signedIn, 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' });
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      if (path.endsWith('csv'))
        expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w-]+\.csv"$/);
      else expect(headers.get('Content-Type')).toContain('json');
    }
  });

  it.each(['https://evil.example', 'null', 'http://localhost'])(
    'gives no other site leave to read: %s',
    async (origin) => {
      for (const method of ['GET', 'OPTIONS']) {
        const { headers } = await ask('/api/snapshot', { ...signedIn, origin }, method);
        expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
        expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
      }
    },
  );

  it('does not say what made it', async () => {
    const names = [...(await ask('/api/snapshot')).headers.keys()];
    expect(names.filter((name) => /powered|server|version/.test(name))).toEqual([]);
  });
});

describe('a request', () => {
  const SAYS_WHO: Record<string, string> = {
    'x-user-id': 'ann',
    'x-forwarded-user': 'ann',
    'x-role': 'data-protection',
    'x-agency': 'health',
    'x-amzn-oidc-data': 'e30.e30.',
    authorization: 'Bearer e30.e30.',
    forwarded: 'for=127.0.0.1;host=localhost;proto=https',
    'x-forwarded-for': '127.0.0.1',
    'x-original-url': '/api/me',
    'x-http-method-override': 'POST',
  };
  it('believes no header that says who asks, from where or for what', async () => {
    expect((await ask('/api/snapshot', SAYS_WHO)).status).toBe(401);
    const me = async (headers: Record<string, string>) => (await ask('/api/me', headers)).json();
    const { seconds: _, ...plain } = await me(signedIn);
    const { seconds: __, ...odd } = await me({ ...SAYS_WHO, ...signedIn });
    expect(odd).toEqual(plain);
  });

  it('of the method TRACE is not answered, and says nothing back', async () => {
    for (const path of ['/', '/api/snapshot', '/assets/index-a1b2c3.js']) {
      const [status, text] = await new Promise<[number, string]>((resolve, reject) => {
        const asked = request(server.url + path, { method: 'TRACE', headers: { ...signedIn, 'x-canary': 'canary' } });
        asked.on('error', reject).on('response', (answer) => {
          let text = '';
          answer.on('data', (bytes) => (text += bytes)).on('end', () => resolve([answer.statusCode!, text]));
        });
        asked.end();
      });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain('canary');
    }
  });

  it('with a parameter that comes twice is refused', async () => {
    for (const query of ['grain=month&grain=year', 'format=csv&format=json', 'as_at=1&as_at=2'])
      expect([query, (await ask(`/api/kpis/visits/series?${query}`)).status]).toEqual([query, 400]);
  });

  it('serves nothing of the repository, and lists no folder', async () => {
    for (const path of [
      '/.git/config',
      '/.git/',
      '/package.json',
      '/partnership.yaml',
      '/assets/',
      '/assets',
      '/.env',
    ]) {
      const answer = await ask(path);
      const text = await answer.text();
      expect([path, answer.status === 404 || text.includes('The app')]).toEqual([path, true]);
      expect(text).not.toMatch(/index-a1b2c3|dependencies|\[core\]|sign_in/);
    }
  });
});
