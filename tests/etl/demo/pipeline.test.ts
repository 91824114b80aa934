import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from '../../../etl/build/build.ts';
import { writeDemo } from '../../../etl/demo/demo.ts';
import { land } from '../../../etl/landing/land.ts';
import type { Receipt } from '../../../etl/landing/receipt.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { SeriesRequest } from '../../../etl/query/request.ts';
import { series } from '../../../etl/query/series.ts';
import type { Snapshot } from '../../../etl/snapshots/log.ts';
import { emptyPartnership, scratchFolder } from '../../partnerships.ts';

let partnership: Partnership;
let snapshot: Snapshot;
let receipts: Receipt[];
beforeAll(async () => {
  const folder = scratchFolder();
  const paths = await writeDemo(folder, { today: new Date('2025-03-31') });
  partnership = await emptyPartnership();
  // The roll is a third of all rows, and none of these figures uses it.
  receipts = await land(
    partnership,
    paths.filter((path) => !path.includes('education-roll')),
  );
  snapshot = await build(partnership);
});

afterAll(() => partnership.close());

async function value(request: SeriesRequest): Promise<string[]> {
  const rows = await series(partnership, snapshot, request);
  return rows.map(({ period, numerator, denominator }) => [period, numerator, denominator ?? '-'].join(' '));
}

it('accepts every file, and rejects fewer than 1 in 300 rows', () => {
  expect(receipts.filter(({ outcome }) => !outcome.startsWith('accepted'))).toEqual([]);
  const sum = (of: (receipt: Receipt) => number) => receipts.reduce((total, receipt) => total + of(receipt), 0);
  expect(sum(({ rejected }) => rejected)).toBeLessThan(sum(({ rows }) => rows) / 300);
});

it.each([
  ['missing-children', ['2023-24 509 -', '2024-25 395 -']],
  ['missing-episodes', ['2023-24 1810 -', '2024-25 1588 -']],
  ['re-referrals-12m', ['2023-24 1226 4798', '2024-25 812 3874']],
])('%s of two years are the yearly report’s after landing and building', async (kpi, report) => {
  expect(await value({ kpi, grain: 'year', from: '2023-04-01' })).toEqual(report);
});

it.each([
  ['2023-09-01', '2024-03-31', 5368],
  ['2024-09-01', '2025-03-31', 2866],
])('police contacts from %s to %s: %i', async (from, to, count) => {
  const months = await series(partnership, snapshot, { kpi: 'police-contacts', grain: 'month', from, to });
  expect(months).toHaveLength(7);
  expect(months.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(count);
});

it.each([
  ['mace-cp-plan', '24 120'],
  ['mace-sen', '12 120'],
])('%s at 31 March 2025: %s', async (kpi, share) => {
  expect(await value({ kpi, grain: 'month', from: '2025-03-01', to: '2025-03-31' })).toEqual([`2025-03 ${share}`]);
});
