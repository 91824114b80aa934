import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servePages } from '../../../functions/local/pages.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { clinicHouse } from '../../clinic.ts';
import { emptyPartnership, scratchFolder } from '../../partnerships.ts';
import { signedInApi } from '../../signed-in.ts';

let p: Partnership;
let app: ReturnType<typeof servePages>;
beforeAll(async () => {
  const folder = scratchFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>The app</title>');
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'assets/index-a1b2c3.js'), 'export {};');
  writeFileSync(join(folder, '../secret.txt'), 'not to be served');
  p = await emptyPartnership({ home: clinicHouse() });
  app = servePages(await signedInApi(p), folder);
});
afterAll(() => p.close());

it('serves the app at any page, asked for again each time, under the same protection', async () => {
  for (const path of ['/', '/missing', '/kpis/missing-episodes', '/missing?by=town']) {
    const answer = await app.request(path);
    expect(await answer.text()).toContain('The app');
    expect(answer.headers.get('Content-Type')).toContain('text/html');
    expect(answer.headers.get('Cache-Control')).toBe('no-cache');
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  }
});

it('serves assets for ever, since their names change with their content', async () => {
  const answer = await app.request('/assets/index-a1b2c3.js');
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  expect(answer.headers.get('Content-Type')).toContain('javascript');
  expect((await app.request('/favicon.svg')).headers.get('Content-Type')).toContain('image/svg+xml');
});

it('says so when an asset of an older build is gone, and serves no page in its stead', async () => {
  expect((await app.request('/assets/index-000000.js')).status).toBe(404);
  expect((await app.request('/api/nothing')).status).toBe(404);
});

it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%5c..%5csecret.txt', '//etc/passwd'])(
  'serves nothing outside the folder: %s',
  async (path) => {
    const text = await (await app.request(`http://localhost${path}`)).text();
    expect(text).not.toContain('not to be served');
    expect(text).not.toContain('root:');
  },
);
