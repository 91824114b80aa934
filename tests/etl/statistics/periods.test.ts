import { expect, it } from 'vitest';
import { withinLimit } from '../../../etl/statistics/deadline.ts';
import { againstLastYear, yearToDate } from '../../../etl/statistics/year-to-date.ts';

it('sets the year so far against the same days of the year before', () => {
  expect(yearToDate('2025-01-31')).toEqual({
    now: { from: '2024-04-01', to: '2025-01-31' },
    before: { from: '2023-04-01', to: '2024-01-31' },
  });
  expect(yearToDate('2024-04-01').before).toEqual({ from: '2023-04-01', to: '2023-04-01' });
  expect(yearToDate('2024-03-31').now).toEqual({ from: '2023-04-01', to: '2024-03-31' });
});

it('sets whole Februaries against each other, and the 29th against the 28th', () => {
  expect(yearToDate('2025-02-28').before.to).toBe('2024-02-29');
  expect(yearToDate('2025-02-27').before.to).toBe('2024-02-27');
  expect(yearToDate('2024-02-29').before.to).toBe('2023-02-28');
  expect(yearToDate('2024-02-28').before.to).toBe('2023-02-28');
});

const TEN_MONTHS = yearToDate('2025-01-31');
const total = (days: 'now' | 'before', numerator: number, denominator: number | null) => ({
  ...TEN_MONTHS[days],
  numerator,
  denominator,
});

it('says of a count how many times as often it happened a day', () => {
  const moved = againstLastYear(total('now', 300, null), total('before', 200, null))!;
  // 306 days in both stretches: 29 February 2024 comes after the earlier one.
  expect(moved).toMatchObject({ kind: 'times', value: 1.5, differs: true });
  expect(againstLastYear(total('now', 12, null), total('before', 10, null))).toMatchObject({ differs: false });
  expect(againstLastYear(total('now', 5, null), total('before', 20, null))).toMatchObject({ differs: true });
});

it('takes the leap day into account', () => {
  const { now, before } = yearToDate('2025-02-28');
  const moved = againstLastYear(
    { ...now, numerator: 334, denominator: null },
    { ...before, numerator: 335, denominator: null },
  );
  expect(moved!.value).toBeCloseTo(1, 12);
});

it('says of a share by how many points it moved', () => {
  const moved = againstLastYear(total('now', 56, 70), total('before', 48, 80))!;
  expect(moved).toMatchObject({ kind: 'points', differs: true });
  expect([moved.value, moved.lower, moved.upper].map((n) => n.toFixed(2))).toEqual(['20.00', '5.24', '33.39']);
  expect(againstLastYear(total('now', 7, 10), total('before', 6, 10))).toMatchObject({ differs: false });
  expect(againstLastYear(total('now', 20, 70), total('before', 60, 80))).toMatchObject({ differs: true });
});

it('compares nothing with nothing', () => {
  expect(againstLastYear(total('now', 0, 0), total('before', 1, 5))).toBeNull();
  expect(againstLastYear(total('now', 1, 5), total('before', 0, 0))).toBeNull();
  expect(againstLastYear(total('now', 0, null), total('before', 0, null))).toBeNull();
});

it('calls a case neither in time nor late before its limit has passed', () => {
  const cases = [
    { from: '2024-05-01', done: '2024-05-16' }, // day 15
    { from: '2024-05-01', done: '2024-05-17' }, // day 16
    { from: '2024-05-01', done: null }, // its limit passed on the 16th
    { from: '2024-05-10', done: null }, // its limit is the 25th
  ];
  expect(withinLimit(cases, 15, '2024-05-20')).toEqual({
    met: 1,
    missed: 2,
    open: 1,
    lowest: 25,
    highest: 50,
    status: 'provisional',
  });
  expect(withinLimit(cases, 15, '2024-05-25')).toMatchObject({ missed: 3, open: 0, status: 'final', highest: 25 });
});

it('does not know yet what is done after the last day it knows of', () => {
  const late = [{ from: '2024-05-01', done: '2024-05-10' }];
  expect(withinLimit(late, 15, '2024-05-09')).toMatchObject({ met: 0, open: 1 });
  expect(withinLimit([], 15, '2024-05-09')).toMatchObject({ lowest: null, highest: null, status: 'final' });
});
