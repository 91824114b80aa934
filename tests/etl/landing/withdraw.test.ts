import { afterEach, beforeEach, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { land } from '../../../etl/landing/land.ts';
import { readReceipt, type Receipt } from '../../../etl/landing/receipt.ts';
import { withdraw } from '../../../etl/landing/withdraw.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { freshness } from '../../../etl/query/freshness.ts';
import { series } from '../../../etl/query/series.ts';
import { readSnapshot } from '../../../etl/snapshots/log.ts';
import { clinicFile, clinicHouse, visit } from '../../clinic.ts';
import { emptyPartnership } from '../../partnerships.ts';

let p: Partnership;
beforeEach(async () => (p = await emptyPartnership({ home: clinicHouse() })));
afterEach(() => p.close());

const first = clinicFile('visits_2024_05.csv', [visit()]);
const second = clinicFile('visits_2024_05_v2.csv', [
  visit(),
  visit({ visit: 'V2', patient: 'P2', nhs: '', surname: 'Testtwo' }),
]);
const landed = async (path: string, again?: boolean): Promise<Receipt> => (await land(p, [path], { again }))[0]!;

/** Builds, and says which submissions count and how many visits there are. */
async function counted() {
  const snapshot = await build(p);
  const rows = await series(p, snapshot, { kpi: 'visits', grain: 'month' });
  return { ids: snapshot.submissions, visits: rows.map((row) => row.numerator) };
}

it('does not count from the next build on, and what it had replaced counts again', async () => {
  const [one, two] = [await landed(first), await landed(second)];
  expect(await counted()).toEqual({ ids: [two.id], visits: [2] });
  const withdrawn = await withdraw(p, two.id, 'wrong file');
  expect(withdrawn).toEqual({ ...two, withdrawn: { at: '2025-06-01T09:00:00.000Z', reason: 'wrong file' } });
  expect(await counted()).toEqual({ ids: [one.id], visits: [1] });
  await withdraw(p, one.id, 'other');
  expect(await counted()).toEqual({ ids: [], visits: [] });
});

it('keeps the history: receipt, content and earlier snapshots stay as they were', async () => {
  const one = await landed(first);
  const before = await build(p);
  const content = await p.store.list('landing/clinic-visits/');
  await withdraw(p, one.id, 'wrong period');
  await build(p);
  expect(await readReceipt(p, one.id)).toMatchObject({ ...one, withdrawn: { reason: 'wrong period' } });
  expect(await p.store.list('landing/clinic-visits/')).toEqual(content);
  const then = await readSnapshot(p, before.number);
  expect((await series(p, then, { kpi: 'visits', grain: 'month' })).map((row) => row.numerator)).toEqual([1]);
});

it('an earlier snapshot is told of as it was', async () => {
  const one = await landed(first);
  const before = await build(p);
  const later = await emptyPartnership({ data: p.data, home: clinicHouse(), now: '2025-06-02T09:00:00Z' });
  await withdraw(later, one.id, 'wrong file');
  const after = await build(later);
  expect((await freshness(later, before))[0]).toMatchObject({ rows: 1, due: '2024-07-10' });
  expect((await freshness(later, after))[0]).toMatchObject({ rows: 0, due: null });
  later.close();
});

it('stays withdrawn when the same folder is landed again, also under a mended contract', async () => {
  const one = await landed(first);
  await withdraw(p, one.id, 'wrong file');
  expect(await landed(first)).toMatchObject({ id: one.id, outcome: 'duplicate', withdrawn: { reason: 'wrong file' } });
  const mended = clinicHouse({ contract: (yaml) => yaml.replace('[Injury, Illness]', '[Injury, Illness, Rest]') });
  const other = await emptyPartnership({ data: p.data, home: mended });
  expect((await land(other, [first]))[0]).toMatchObject({ id: one.id, outcome: 'duplicate' });
  expect((await build(other)).submissions).toEqual([]);
  other.close();
});

it('can be landed again when that is said, as another submission, and withdrawn again', async () => {
  const one = await landed(first);
  await withdraw(p, one.id, 'wrong file');
  const two = await landed(first, true);
  expect(two).toMatchObject({ outcome: 'accepted', rows: 1 });
  expect(two.id).not.toBe(one.id);
  expect(await counted()).toEqual({ ids: [two.id], visits: [1] });
  expect(await landed(first)).toMatchObject({ id: two.id, outcome: 'duplicate' });
  expect(await landed(first, true)).toMatchObject({ id: two.id, outcome: 'duplicate' });
  await withdraw(p, two.id, 'wrong file');
  const three = await landed(first, true);
  expect(new Set([one.id, two.id, three.id]).size).toBe(3);
  expect((await counted()).ids).toEqual([three.id]);
});

it('refuses what there is not, what was refused and what was withdrawn before', async () => {
  await expect(withdraw(p, '0'.repeat(32), 'other')).rejects.toThrow('There is no submission');
  const bad = await landed(clinicFile('visits_2024_06.csv', [], 'Not,The,Header'));
  await expect(withdraw(p, bad.id, 'other')).rejects.toThrow('nothing of it');
  const one = await landed(first);
  await withdraw(p, one.id, 'wrong file');
  await expect(withdraw(p, one.id, 'other')).rejects.toThrow('withdrawn before');
  expect((await readReceipt(p, one.id))!.withdrawn!.reason).toBe('wrong file');
});
