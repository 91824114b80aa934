import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Partnership } from '../../../etl/partnership.ts';
import { servePages } from '../../../functions/local/pages.ts';
import { scratchFolder } from '../../partnerships.ts';
import { clinicApi } from './clinic-api.ts';
import { signedInApi } from '../../signed-in.ts';

const SCRIPT = `export const words = ${JSON.stringify('a word '.repeat(500))};`;
const AS_A_BROWSER = 'gzip, deflate, br, zstd';

let p: Partnership;
let app: ReturnType<typeof servePages>;
beforeAll(async () => {
  ({ p } = await clinicApi());
  const folder = scratchFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>The app</title>');
  writeFileSync(join(folder, 'assets/index-a1b2c3.js'), SCRIPT);
  app = servePages(await signedInApi(p), folder);
});
afterAll(() => p.close());

const ask = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

it.each([
  '/api/kpis',
  '/api/kpis/visits/trend?grain=month',
  '/api/kpis/visits/series?format=csv',
  '/api/nothing',
  '/assets/index-a1b2c3.js',
])('sends %s smaller to whoever can unpack it, and the same once unpacked', async (path) => {
  const plain = await ask(path);
  const packed = await ask(path, { 'Accept-Encoding': AS_A_BROWSER });
  expect([plain.headers.get('Content-Encoding'), packed.headers.get('Content-Encoding')]).toEqual([null, 'gzip']);
  expect(gunzipSync(await bytes(packed))).toEqual(await bytes(plain));
  for (const answer of [plain, packed]) expect(answer.headers.get('Vary')).toContain('Accept-Encoding');
  for (const name of ['Content-Type', 'Content-Disposition', 'Cache-Control', 'Content-Security-Policy'])
    expect(packed.headers.get(name)).toBe(plain.headers.get(name));
  expect((await ask(path, { 'Accept-Encoding': 'gzip;q=0' })).headers.get('Content-Encoding')).toBeNull();
});

it('has nothing new for whoever kept the packed answer', async () => {
  const tag = (await ask('/api/kpis', { 'Accept-Encoding': AS_A_BROWSER })).headers.get('ETag')!;
  expect(tag).toMatch(/^W\/"1-partnership-[\w-]{8}"$/);
  const again = await ask('/api/kpis', { 'Accept-Encoding': AS_A_BROWSER, 'If-None-Match': tag });
  expect([again.status, again.headers.get('Content-Encoding'), await again.text()]).toEqual([304, null, '']);
});

it('leaves what is small as it is', async () => {
  expect((await ask('/missing', { 'Accept-Encoding': AS_A_BROWSER })).headers.get('Content-Encoding')).toBeNull();
});
