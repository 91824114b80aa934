import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv } from '../../../functions/print/csv.ts';

it.each([
  '=1+1',
  '+1+1',
  '@SUM(A1)',
  '-cmd',
  '\t=1',
  '\tx',
  '\rx',
  '\nx',
  ' =1',
  '\uFEFF=1',
  '\uFF1D1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF201',
])('makes %j text', (cell) => {
  expect(csv([[cell]]).replace(/^"/, '')).toMatch(/^'/);
});

it('leaves numbers and plain text alone', () => {
  expect(csv([['2024-11', 'Hanley', 48, -1.5, '20.8', '-3', null]])).toBe('2024-11,Hanley,48,-1.5,20.8,-3,\n');
});

it('quotes what would break a line', () => {
  expect(csv([['a,b', 'say "no"', 'two\nlines']])).toBe('"a,b","say ""no""","two\nlines"\n');
});

it('never begins a cell with what a spreadsheet runs', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n"\' ,a1\uFEFF\uFF1D') }), (text) => {
      const cell = csv([[text]])
        .slice(0, -1)
        .replace(/^"/, '');
      expect(/^[\s\uFEFF]*[=+\-@\uFF1D]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
