import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays, addMonths, GRAINS, parsePeriod, periodFromParts, periodsBetween } from '../../etl/periods.ts';

describe('a period', () => {
  it.each([
    ['2024-11', '2024-11-01', '2024-11-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-25', '2024-04-01', '2025-03-31'],
    ['2024-25 Q1', '2024-04-01', '2024-06-30'],
    ['2024-25 Q4', '2025-01-01', '2025-03-31'],
    ['1999-00', '1999-04-01', '2000-03-31'],
    ['2025-03-31', '2025-03-31', '2025-03-31'],
    ['2025 spring', '2025-01-01', '2025-03-31'],
  ])('%s is from %s to %s', (label, from, to) => {
    expect(parsePeriod(label)).toEqual({ label, from, to });
  });

  it.each(['2024-13', '2024-26', '2024-25 Q5', '2025-02-30', '2025 winter', 'November', ''])(
    'is not read from "%s"',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it('is read from the parts of a file name, where a quarter is one of the financial year', () => {
    expect(periodFromParts('financial-quarter', { year: '2022', quarter: '4' })).toMatchObject({
      label: '2022-23 Q4',
      from: '2023-01-01',
    });
    expect(periodFromParts('month', { year: '2022', month: '13' })).toBeUndefined();
    expect(periodFromParts('position', { year: '2025', month: '02', day: '30' })).toBeUndefined();
  });
});

const anyDay = fc.integer({ min: 0, max: 8_000 }).map((n) => addDays('2013-04-01', n));

describe('months', () => {
  it('look back from 29 February to 28 February', () => {
    expect(addMonths('2024-02-29', -12)).toBe('2023-02-28');
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
    expect(addMonths('2024-11-15', 3)).toBe('2025-02-15');
  });
});

describe('the periods between two days', () => {
  it('follow on each other without gap or overlap, in every grain that is not rolling', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 1500 }),
        fc.constantFrom(...GRAINS.filter((g) => g !== 'rolling12' && g !== 'all')),
        (from, days, grain) => {
          const periods = periodsBetween(grain, from, addDays(from, days));
          expect(periods[0]!.from <= from && periods.at(-1)!.to >= addDays(from, days)).toBe(true);
          periods.slice(1).forEach((p, i) => expect(p.from).toBe(addDays(periods[i]!.to, 1)));
          periods.forEach((p) => expect(parsePeriod(p.label)).toEqual(p));
        },
      ),
    );
  });

  it('roll over twelve months, named by the last', () => {
    expect(periodsBetween('rolling12', '2025-03-01', '2025-03-31')).toEqual([
      { label: '2025-03 (12m)', from: '2024-04-01', to: '2025-03-31' },
    ]);
  });
});
