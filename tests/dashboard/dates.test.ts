import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayAndTime,
  kindOf,
  longDate,
  periodName,
  submissionPeriod,
  timeOfDay,
  yearBefore,
} from '../../dashboard/words/dates.ts';
import { firstOfMonth, monthNumber } from '../../dashboard/api/months.ts';
import { monthRow, row } from './rows.ts';

describe('dates as people write them', () => {
  it('writes months in full', () => expect(longDate('2025-03-31')).toBe('31 March 2025'));
  it('tells the time by the clock here, in summer an hour ahead of UTC', () => {
    expect(timeOfDay('2025-01-15T12:04:00Z')).toBe('12:04');
    expect(timeOfDay('2025-07-15T12:04:00Z')).toBe('13:04');
    expect(dayAndTime('2025-07-15T23:30:00Z')).toBe('16 July 2025 at 00:30');
  });
  it('names the period of a submission', () => {
    expect(['2026-11', '2025-03-31', '2024-25 Q3', '2024-25 Q4', '2025 spring', null].map(submissionPeriod)).toEqual([
      'November 2026',
      '31 March 2025',
      'October to December 2024',
      'January to March 2025',
      'Spring term 2025',
      'Unknown',
    ]);
  });
});

describe('a period', () => {
  const PERIODS = [
    { days: monthRow('2024-11', 1), kind: 'month', name: 'November 2024' },
    { days: row('2024-25', '2024-04-01', '2025-03-31', 1), kind: 'year', name: '2024-25' },
    { days: row('2010-11', '2010-04-01', '2011-03-31', 1), kind: 'year', name: '2010-11' },
    {
      days: row('2024-25 Q3', '2024-10-01', '2024-12-31', 1),
      kind: 'quarter',
      name: 'October to December 2024',
    },
    {
      days: row('2024-11 (12m)', '2023-12-01', '2024-11-30', 1),
      kind: 'rolling12',
      name: '12 months to November 2024',
    },
    { days: row('all', '2022-04-01', '2025-03-31', 1), kind: 'other', name: 'All time' },
  ];
  it.each(PERIODS)('$days.period is a $kind called "$name"', ({ days, kind, name }) => {
    expect(kindOf(days)).toBe(kind);
    expect(periodName(days)).toBe(name);
  });
  it('finds the same month of the year before, also at the end of a leap February', () => {
    const rows = [monthRow('2024-02', 1), monthRow('2025-02', 2)];
    expect(yearBefore(rows, rows[1]!)).toBe(rows[0]);
    expect(yearBefore(rows, rows[0]!)).toBeUndefined();
  });
  it('never takes a year for the month that ends it', () => {
    const march = monthRow('2024-03', 1);
    expect(yearBefore([march], row('2024-25', '2024-04-01', '2025-03-31', 9))).toBeUndefined();
  });
});

it('counts months there and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900 * 12, max: 2200 * 12 }), (n) => {
      expect(monthNumber(firstOfMonth(n))).toBe(n);
    }),
  );
});
