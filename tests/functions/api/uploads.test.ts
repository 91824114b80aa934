// An agency sends a file through the API: the address, the bytes, what became of it; and what is refused.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { landUploaded, waitingUploads } from '../../../etl/landing/uploaded.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { ownPlace } from '../../../functions/local/place.ts';
import { clinicFile, visit } from '../../clinic.ts';
import { emptyPartnership } from '../../partnerships.ts';
import { builtForTwo } from '../../two-agencies.ts';
import { type Asks, recorded, server } from './asking.ts';

let p: Partnership;
let ours: Asks;
let theirs: Asks;
const wake = vi.fn<() => void>();
beforeAll(async () => {
  p = await builtForTwo();
  const as = server(p, ownPlace(p, wake));
  [ours, theirs] = [await as('supplier', 'health'), await as('supplier', 'hospital')];
});
afterAll(() => p.close());

let files = 0;
/** A file that has not been sent before, and what is said of it. */
function sent(more: object = {}) {
  const bytes = readFileSync(clinicFile('f', [visit({ visit: `U${++files}`, arrived: '02/06/2024 09:00', left: '' })]));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const said = { extract: 'clinic-visits', file: 'visits_2024_06.csv', size: bytes.length, sha256, ...more };
  return { bytes, said };
}
const BYTES = { 'content-type': 'application/octet-stream' };

/** Announces a file. @returns where to put it */
async function announced(more: object = {}) {
  const { bytes, said } = sent(more);
  const { status, body } = await ours.post('/api/uploads', said);
  expect(status).toBe(200);
  return { bytes, id: body.id as string, url: body.put.url as string, headers: body.put.headers };
}
const inbox = () => p.store.list('landing/inbox/');
const landAll = async () => {
  for (const key of await waitingUploads(p)) await landUploaded(p, key);
};

it('takes a file in, wakes who lands it, and says what became of it: its receipt, then figures', async () => {
  const { bytes, id, url, headers } = await announced();
  expect([url, headers]).toEqual([`/api/uploads/${id}`, BYTES]);
  expect((await ours.get(url)).body).toMatchObject({ state: 'waiting', submission: null });
  expect((await ours.put(url, bytes, headers)).status).toBe(200);
  expect(wake).toHaveBeenCalledTimes(1);
  expect(await inbox()).toEqual(['content', 'upload.json'].map((name) => expect.stringContaining(`/${id}/${name}`)));

  await landAll();
  const { body } = await ours.get(url);
  expect(body).toMatchObject({ state: 'landed', duplicate: false, problem: null });
  const receipt = () => ours.get(`/api/submissions/${body.submission}`);
  expect((await receipt()).body).toMatchObject({ outcome: 'accepted', file: 'visits_2024_06.csv', counts: false });
  await build(p);
  expect((await receipt()).body.counts).toBe(true);
  expect(await recorded(p)).toContainEqual(['supplier', 'upload', `clinic-visits ${id}`, 'allowed', '']);
});

describe('is refused, with nothing kept:', () => {
  it.each([
    ['an extract of another agency', { extract: 'ward-visits' }, 403, 'not one that your agency sends'],
    ['an extract that is not there', { extract: 'shoes' }, 403, 'not one that your agency sends'],
    ['an agency that is said', { agency: 'hospital' }, 400, 'agency'],
    ['another kind of file', { file: 'visits_2024_06.xlsx' }, 422, 'sent as .csv'],
    ['a program', { file: 'visits_2024_06.csv.exe' }, 422, 'sent as .csv'],
    ['a name of a book', { file: `${'x'.repeat(200)}.csv` }, 400, 'file'],
    ['a file that is too large', { size: 256 * 1024 * 1024 + 1 }, 400, 'at most 256 MB'],
    ['an empty file', { size: 0 }, 400, 'size'],
    ['a hash that is none', { sha256: `../../${'0'.repeat(58)}` }, 400, 'sha256'],
    ['a period that is none', { period: 'last week' }, 400, 'period'],
  ])('%s', async (_what, more, status, why) => {
    const before = await inbox();
    const answer = await ours.post('/api/uploads', sent(more).said);
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(why)]);
    expect(await inbox()).toEqual(before);
  });

  it('and what another agency was refused is written down', async () => {
    await theirs.post('/api/uploads', sent().said);
    expect(await recorded(p)).toContainEqual(['supplier', 'upload', 'clinic-visits', 'denied', '']);
  });

  it.each([
    ['other bytes of the same length', (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 1))],
    ['fewer bytes', (bytes: Buffer) => bytes.subarray(1)],
    ['more bytes', (bytes: Buffer) => Buffer.concat([bytes, bytes])],
    ['more bytes, in a second part,', (bytes: Buffer) => Readable.toWeb(Readable.from([bytes, bytes]))],
  ])('%s than were announced', async (_what, changed) => {
    wake.mockClear();
    const { bytes, url, headers, id } = await announced();
    const answer = await ours.put(url, changed(bytes) as BodyInit, headers);
    expect([answer.status, answer.body.detail]).toEqual([422, expect.stringContaining('Send it again')]);
    expect((await inbox()).filter((key) => key.endsWith(`${id}/content`))).toEqual([]);
    expect(wake).not.toHaveBeenCalled();
  });

  it("an address that served, that is nobody's, or that is of another agency", async () => {
    const { bytes, url, headers } = await announced();
    expect((await theirs.put(url, bytes, headers)).status).toBe(404);
    expect((await ours.put(url, bytes, headers)).status).toBe(200);
    expect((await ours.put(url, bytes, headers)).status).toBe(404);
    expect((await ours.put(`/api/uploads/${'0'.repeat(32)}`, bytes, headers)).status).toBe(404);
    expect((await ours.put('/api/uploads/..%2f..%2fvault%2fkey', bytes, headers)).status).toBe(400);
    await landAll();
    expect((await theirs.get(url)).body).toMatchObject({ state: 'waiting', submission: null });
  });

  it('a page elsewhere, and whoever is no supplier', async () => {
    const { bytes, url, headers } = await announced();
    expect((await ours.put(url, bytes, { ...headers, origin: 'https://evil.example' })).status).toBe(403);
    const as = server(p);
    for (const role of [
      'executive',
      'quality-assurance',
      'analyst',
      'link-reviewer',
      'data-protection',
      'operator',
    ] as const) {
      const asks = await as(role, 'health');
      expect((await asks.post('/api/uploads', sent().said)).status).toBe(403);
      expect((await asks.put(url, bytes, headers)).status).toBe(403);
      expect((await asks.get(url)).status).toBe(403);
    }
  });

  it('an address of a quarter of an hour ago', async () => {
    let now = '2025-06-01T09:00:00Z';
    const clock = { now: () => new Date(now) };
    const late = { ...p, clock };
    const asks = server(late);
    const { bytes, said } = sent();
    const { body } = await (await asks('supplier', 'health')).post('/api/uploads', said);
    now = '2025-06-01T09:15:01Z';
    expect((await (await asks('supplier', 'health')).put(body.put.url, bytes, BYTES)).status).toBe(404);
  });
});

const NAMES = [
  '../../../vault/key.csv',
  'C:\\Users\\Ann Testone\\visits_2024_06.csv',
  'a";b\r\nSet-Cookie: x=y.csv',
  '\u202Evsc.exe.csv',
  'nul\0.csv',
  '<script>alert(1)</script>.csv',
  'Ann Testone 01-02-2015.csv',
];

it.each(NAMES)('a name is never a key, a header, a line of a log or a receipt: %j', async (file) => {
  const line = vi.spyOn(console, 'log');
  const { bytes, id, url, headers } = await announced({ file, period: '2024-06' });
  const answer = await ours.put(url, bytes, headers);
  expect(answer.status).toBe(200);
  for (const key of await inbox())
    expect(key).toMatch(/^landing\/inbox\/health\/clinic-visits\/[0-9a-f]{32}\/[a-z.]+$/);
  await landAll();
  const { body } = await ours.get(url);
  const receipt = await ours.get(`/api/submissions/${body.submission}`);
  expect(receipt.body.file).toBe('(unrecognised name, *.csv)');
  const said = JSON.stringify([[...answer.headers], receipt.text, await recorded(p), line.mock.calls]);
  for (const part of ['Testone', '<script', 'Cookie: x', 'vault/key', '202e', '01-02-2015'])
    expect(said.toLowerCase()).not.toContain(part.toLowerCase());
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  line.mockRestore();
});

it('the demo takes its own files and no other', async () => {
  const demo = await emptyPartnership({ home: p.house.contracts.replace('/etl/contracts', '') });
  const synthetic = { ...demo, synthetic: true };
  const asks = await server(synthetic)('supplier', 'health');
  const { bytes, said } = sent();
  expect((await asks.post('/api/uploads', said)).body.detail).toContain('This is the demo');
  mkdirSync(join(demo.data, 'demo-files/clinic-visits'), { recursive: true });
  writeFileSync(join(demo.data, 'demo-files/clinic-visits/visits_2024_06.csv'), bytes);
  expect((await asks.post('/api/uploads', said)).status).toBe(200);
  demo.close();
});
