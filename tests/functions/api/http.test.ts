import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Api } from '../../../functions/api/env.ts';
import { clinicFile, visit } from '../../clinic.ts';
import { clinicApi } from './clinic-api.ts';
import { validated } from './validated.ts';
import { signedInApi } from '../../signed-in.ts';

let p: Partnership;
let api: Api;
beforeAll(async () => ({ p, api } = await clinicApi()));
afterAll(() => p.close());

it('is cheap to ask again, until there is another snapshot', async () => {
  const tag = (await validated(api, '/api/kpis')).headers.get('ETag')!;
  expect(tag).toMatch(/^"1-partnership-[\w-]{8}"$/);
  const again = await validated(api, '/api/kpis', { 'If-None-Match': `W/"0", ${tag}` });
  expect(again).toMatchObject({ status: 304, body: undefined });
  expect(again.headers.get('ETag')).toBe(tag);
  expect(again.headers.get('Cache-Control')).toBe('private, no-cache');

  await land(p, [clinicFile('visits_2024_07.csv', [visit({ visit: 'V9', arrived: '01/07/2024 08:00', left: '' })])]);
  await build(p);
  const next = await validated(api, '/api/kpis', { 'If-None-Match': tag });
  expect([next.status, next.headers.get('ETag')]).toEqual([200, tag.replace('1', '2')]);
  expect(next.body.find((kpi: { id: string }) => kpi.id === 'visits').latest).toMatchObject({
    period: '2024-07',
    value: 1,
  });
});

it('shows a refused file at once, though no snapshot comes of it', async () => {
  const tag = (await validated(api, '/api/submissions')).headers.get('ETag')!;
  await land(p, [clinicFile('visits_2024_08.csv', [], 'Nothing')]);
  expect((await validated(api, '/api/submissions', { 'If-None-Match': tag })).status).toBe(200);
});

it('has nothing new for whoever has any answer at all', async () => {
  expect((await validated(api, '/api/kpis', { 'If-None-Match': '*' })).status).toBe(304);
  expect((await validated(api, '/api/kpis/nothing', { 'If-None-Match': '"0"' })).status).toBe(404);
});

it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('says that %s is not allowed', async (method) => {
  const answer = await api.request('/api/kpis', { method });
  expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  expect(await answer.json()).toMatchObject({ status: 405 });
  expect((await api.request('/api/kpis', { method: 'HEAD' })).status).toBe(200);
});

it('keeps CSV and JSON of one address apart', async () => {
  const json = await validated(api, '/api/kpis/visits/series');
  const csv = await validated(api, '/api/kpis/visits/series', { Accept: 'text/csv' });
  expect(csv.headers.get('ETag')).not.toBe(json.headers.get('ETag'));
  expect(csv.headers.get('Vary')).toBe('Accept, Accept-Encoding, Cookie');
});

it.each(['/api/snapshot', '/api/nothing', '/api/kpis/nothing', '/nothing'])('protects %s', async (path) => {
  const { headers } = await api.request(path);
  const policy = headers.get('Content-Security-Policy')!;
  expect(policy).not.toContain('unsafe');
  for (const directive of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ])
    expect(policy).toContain(directive);
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect(headers.get('Permissions-Policy')).toContain('geolocation=()');
});

it.each([
  ['localhost:8080', 200],
  ['127.0.0.1:8080', 200],
  ['[::1]:8080', 200],
  ['evil.example', 421],
  ['localhost.evil.example:8080', 421],
  ['127.0.0.1.evil.example', 421],
])('answers a request for the host %s with %i', async (host, status) => {
  expect((await validated(api, '/api/snapshot', { Host: host })).status).toBe(status);
});

it('answers an unknown address with a problem', async () => {
  const answer = await api.request('/api/children');
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ status: 404, title: 'Not Found' });
});

it('never tells what an unexpected error says', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const broken = await signedInApi({
    ...p,
    store: { ...p.store, list: () => Promise.reject(new Error('could not cast CANARY')) },
  });
  const { status, body } = await validated(broken, '/api/snapshot');
  expect(status).toBe(500);
  expect(JSON.stringify(body) + JSON.stringify(log.mock.calls)).not.toContain('CANARY');
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
