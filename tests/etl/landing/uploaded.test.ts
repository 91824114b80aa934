// A file that came through the dashboard is landed from the inbox once, whatever events say.
import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { listReceipts } from '../../../etl/landing/receipt.ts';
import { landUploaded, readUploaded, type Upload, uploadKeys, waitingUploads } from '../../../etl/landing/uploaded.ts';
import { withdraw } from '../../../etl/landing/withdraw.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { collectOrphans } from '../../../etl/reconcile/orphans.ts';
import { reconcile } from '../../../etl/reconcile/reconcile.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { clockAt, emptyPartnership, scratchFolder } from '../../partnerships.ts';

const home = clinicHouse();
let p: Partnership;
beforeEach(async () => (p = await emptyPartnership({ home })));
afterEach(() => p.close());

const file = clinicFile('visits_2024_05.csv', [visit()]);
const id = (n: number) => String(n).padStart(32, '0');

/** Announces an upload and puts its bytes there, as its sender does. @returns the key */
async function send(n: number, more: Partial<Upload> = {}, path = file): Promise<string> {
  const bytes = readFileSync(path);
  const upload: Upload = {
    id: id(n),
    agency: 'health',
    extract: 'clinic-visits',
    file: 'visits_2024_05.csv',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    asked_at: '2025-06-01T09:00:00.000Z',
    ...more,
  };
  await p.store.put(uploadKeys.told(upload), JSON.stringify(upload));
  const key = uploadKeys.content({ agency: 'health', extract: 'clinic-visits', id: id(n) });
  await put(key, path);
  return key;
}

async function put(key: string, path = file): Promise<void> {
  const copy = join(scratchFolder(), 'copy');
  cpSync(path, copy);
  await p.store.putFile(key, copy);
}

const inbox = () => p.store.list('landing/inbox/');

it('lands an upload, says what became of it, and empties its place', async () => {
  const key = await send(1);
  expect(await waitingUploads(p)).toEqual([key]);
  const receipt = await landUploaded(p, key);
  expect(receipt).toMatchObject({ outcome: 'accepted', period: '2024-05', received_at: '2025-06-01T09:00:00.000Z' });
  expect(await readUploaded(p, id(1))).toMatchObject({ submission: receipt!.id, duplicate: false, problem: null });
  expect(await inbox()).toEqual([]);
});

it('is landed once, however often and however many at once are told of it', async () => {
  const key = await send(1);
  const told = await Promise.all(Array.from({ length: 8 }, () => landUploaded(p, key).catch(() => undefined)));
  expect(told.some((receipt) => receipt?.outcome === 'accepted')).toBe(true);
  for (let i = 0; i < 3; i++) expect((await landUploaded(p, key))?.outcome).toBe('accepted');
  await put(key); // the address was used again
  expect((await landUploaded(p, key))?.outcome).toBe('accepted');
  expect(await inbox()).toEqual([]);
  expect(await listReceipts(p)).toHaveLength(1);
});

it('tells a second sender of the same file that it had come', async () => {
  await landUploaded(p, await send(1));
  expect((await landUploaded(p, await send(2)))?.outcome).toBe('duplicate');
  expect(await readUploaded(p, id(2))).toMatchObject({ duplicate: true });
});

it('is found by the reconciler when nobody told of it, and what was never sent is removed a day later', async () => {
  await send(1);
  expect(await reconcile(p)).toMatchObject({ landed: 1, failed: 0, built: true });
  await put(uploadKeys.content({ agency: 'health', extract: 'clinic-visits', id: id(2) })); // nobody announced it
  expect(await reconcile(p)).toMatchObject({ landed: 0, failed: 1, built: false });
  await p.store.put(uploadKeys.told({ agency: 'health', extract: 'clinic-visits', id: id(3) }), '{}');
  await send(4);
  expect(await collectOrphans(p)).toBe(0);
  const later = new Date(Date.now() + 25 * 3600_000).toISOString();
  expect(await collectOrphans({ store: p.store, clock: clockAt(later) })).toBe(1);
  const left = [`${id(2)}/content`, `${id(4)}/content`, `${id(4)}/upload.json`];
  expect(await inbox()).toEqual(left.map((key) => `landing/inbox/health/clinic-visits/${key}`));
});

describe('an event changes nothing that names', () => {
  it.each([
    ['no key of ours', 'landing/inbox/health/clinic-visits/visits.csv'],
    ['another zone', `vault/inbox/health/clinic-visits/${id(1)}/content`],
    ['a path', `landing/inbox/health/../health/clinic-visits/${id(1)}/content`],
    ['an encoded path', `landing/inbox/health/%2e%2e/${id(1)}/content`],
    ['another agency', `landing/inbox/police/clinic-visits/${id(1)}/content`],
    ['another extract', `landing/inbox/health/shoes/${id(1)}/content`],
    ['what is not there', `landing/inbox/health/clinic-visits/${id(9)}/content`],
    ['the announcement', `landing/inbox/health/clinic-visits/${id(1)}/upload.json`],
    ['nothing', ''],
    ['a very long key', `landing/inbox/health/clinic-visits/${'0'.repeat(100_000)}/content`],
  ])('%s', async (_what, key) => {
    await send(1);
    const before = [await inbox(), await p.store.list('lake/')];
    expect(await landUploaded(p, key)).toBeUndefined();
    expect([await inbox(), await p.store.list('lake/')]).toEqual(before);
  });

  it('an upload whose announcement is of another', async () => {
    const key = await send(1, { id: id(2) });
    await p.store.put(uploadKeys.told({ agency: 'health', extract: 'clinic-visits', id: id(1) }), '{"id":"x"}');
    expect(await landUploaded(p, key)).toBeUndefined();
    expect(await listReceipts(p)).toEqual([]);
  });

  it.each([{ extract: 'police-missing' }, { agency: 'police' }])(
    'an upload whose announcement says %o',
    async (said) => {
      const key = await send(1);
      const told = uploadKeys.told({ agency: 'health', extract: 'clinic-visits', id: id(1) });
      const upload = JSON.parse(Buffer.from((await p.store.read(told))!).toString());
      await p.store.put(told, JSON.stringify({ ...upload, ...said }));
      expect(await landUploaded(p, key)).toBeUndefined();
      expect(await listReceipts(p)).toEqual([]);
    },
  );
});

it.each([
  ['other bytes', { sha256: '0'.repeat(64) }],
  ['another size', { size: 1 }],
])('lands nothing where %s came than were announced, and says so', async (_what, more) => {
  const key = await send(1, more);
  await expect(landUploaded(p, key)).rejects.toThrow('did not arrive as it was sent');
  expect(await readUploaded(p, id(1))).toMatchObject({ submission: null, problem: expect.stringContaining('again') });
  expect([await inbox(), await listReceipts(p), await p.store.list('vault/identities/')]).toEqual([[], [], []]);
  expect(await landUploaded(p, key)).toBeUndefined();
});

it('a withdrawn file sent again is another submission, and the event of the first still is not', async () => {
  const first = await send(1);
  const { id: one } = (await landUploaded(p, first))!;
  await build(p);
  await withdraw(p, one, 'wrong file');
  await p.store.remove(uploadKeys.became(id(1))); // as if the process had stopped before this was written
  await send(1);
  expect((await landUploaded(p, first))!.id).toBe(one);
  const { id: two, outcome } = (await landUploaded(p, await send(2)))!;
  expect([two === one, outcome]).toEqual([false, 'accepted']);
  expect((await build(p)).submissions).toEqual([two]);
});
