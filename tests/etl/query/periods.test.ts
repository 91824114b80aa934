import { expect, it } from 'vitest';
import type { KpiHeader } from '../../../etl/build/definition.ts';
import { coveredPeriods, settledDay } from '../../../etl/query/periods.ts';

const header = (changes: Partial<KpiHeader>) =>
  ({ measure: 'rate', covered_by: ['events'], look_back: 0, complete_after: 0, ...changes }) as KpiHeader;
const statuses = (
  changes: Partial<KpiHeader>,
  coverage: Record<string, { from: string; to: string }[]>,
  settled = '2030-01-01',
) => Object.fromEntries(coveredPeriods(header(changes), coverage, 'month', settled).map((p) => [p.label, p.status]));

const year = { events: [{ from: '2024-01-01', to: '2024-12-31' }] };

it('marks the months that look back beyond the first file, to the day', () => {
  const found = statuses({ look_back: 3 }, { events: [{ from: '2024-01-01', to: '2024-05-31' }] });
  expect(found).toEqual({
    '2024-01': 'incomplete',
    '2024-02': 'incomplete',
    '2024-03': 'incomplete',
    '2024-04': 'final',
    '2024-05': 'final',
  });
});

it('marks the months that look forward beyond the last file', () => {
  const found = statuses({ complete_after: 2 }, year);
  expect([found['2024-10'], found['2024-11'], found['2024-12']]).toEqual(['final', 'incomplete', 'incomplete']);
});

it('joins files of different lengths, and breaks where one extract sent nothing', () => {
  const coverage = {
    events: [
      { from: '2024-01-01', to: '2024-01-31' },
      { from: '2024-02-01', to: '2024-02-29' },
    ],
    other: [{ from: '2024-01-15', to: '2024-03-31' }],
  };
  expect(statuses({ covered_by: ['events', 'other'] }, coverage)).toEqual({
    '2024-01': 'incomplete',
    '2024-02': 'final',
  });
  expect(statuses({ covered_by: ['events', 'never sent'] }, coverage)).toEqual({});
});

it('gives a stock the months of its positions, final only where the days before it are covered', () => {
  const stock = { measure: 'stock', covered_by: ['positions', 'events'], look_back: 3 } as const;
  const at = (day: string) => ({ from: day, to: day });
  const coverage = { positions: [at('2024-03-31'), at('2024-06-30')], ...year };
  expect(statuses({ ...stock, covered_by: [...stock.covered_by] }, coverage)).toEqual({
    '2024-03': 'incomplete',
    '2024-06': 'final',
  });
  expect(statuses({ measure: 'stock', covered_by: ['positions'] }, coverage)).toEqual({
    '2024-03': 'final',
    '2024-06': 'final',
  });
});

it('is provisional until the slowest extract has settled', () => {
  expect(settledDay('2025-01-20T09:00:00Z', [7, 14])).toBe('2025-01-05');
  const found = statuses({}, year, '2024-12-30');
  expect([found['2024-11'], found['2024-12']]).toEqual(['final', 'provisional']);
});
