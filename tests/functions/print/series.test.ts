import { expect, it } from 'vitest';
import { csv } from '../../../functions/print/csv.ts';
import { seriesCells, seriesHeader } from '../../../functions/print/series.ts';
import { textTable } from '../../../functions/print/text-table.ts';

const row = (period: string, numerator: number, denominator: number | null, value: number | null) => ({
  period,
  from: '',
  to: '',
  split: { town: 'Hanley' },
  numerator,
  denominator,
  value,
  status: 'final' as const,
});

it('prints a rate in per cent with one decimal', () => {
  const rows = [
    row('2024-25 Q3', 48, 231, (100 * 48) / 231),
    row('2024-25 Q4', 12, 80, 15),
    row('2025-26 Q1', 0, 0, null),
  ];
  expect(csv([seriesHeader(['town']), ...seriesCells({ measure: 'rate' }, ['town'], rows)])).toBe(
    'period,town,numerator,denominator,value,status,sensitive\n2024-25 Q3,Hanley,48,231,20.8,final,\n2024-25 Q4,Hanley,12,80,15.0,final,\n2025-26 Q1,Hanley,0,0,,final,\n',
  );
});

it('prints a count whole', () => {
  expect(seriesCells({ measure: 'count' }, [], [{ ...row('2024-11', 4, null, 4), sensitive: true }])).toEqual([
    ['2024-11', 4, null, '4', 'final', 'small number'],
  ]);
});

it('rounds halves up', () => {
  expect(seriesCells({ measure: 'rate' }, [], [row('2024-11', 29, 2000, (100 * 29) / 2000)])[0]![3]).toBe('1.5');
});

it('lines up a table', () => {
  expect(
    textTable(
      ['period', 'value'],
      [
        ['2024-11', '4'],
        ['2024-12', '15'],
      ],
    ),
  ).toBe('period   value\n2024-11      4\n2024-12     15');
});
