import { describe, expect, it } from 'vitest';
import { monthAsked, monthsOffered } from '../../dashboard/pages/overview/months.ts';

const covered = (...ranges: [string, string][]) => ranges.map(([from, to]) => ({ covered: { from, to } }));

describe('the month of the overview', () => {
  it('is one that has ended for some KPI, the latest first', () => {
    expect(monthsOffered(covered(['2026-01-01', '2026-03-30'], ['2026-01-05', '2026-02-10']))).toEqual([
      '2026-02',
      '2026-01',
    ]);
    expect(monthsOffered(covered(['2026-02-01', '2026-03-31']))).toEqual(['2026-03', '2026-02']);
    expect(monthsOffered([{ covered: null }])).toEqual([]);
  });
  it('is the latest unless asked for, and then nothing is said', () => {
    expect(monthAsked(undefined, ['2026-02', '2026-01'])).toEqual({ month: undefined, ignored: undefined });
    expect(monthAsked('2026-02', ['2026-02', '2026-01'])).toEqual({ month: undefined, ignored: undefined });
    expect(monthAsked('2026-01', ['2026-02', '2026-01'])).toEqual({ month: '2026-01', ignored: undefined });
  });
  it('is left out, and named, where there is no such month', () => {
    for (const asked of ['2020-01', '2026-13', 'May'])
      expect(monthAsked(asked, ['2026-02'])).toEqual({ month: undefined, ignored: `to=${asked}` });
    // Asked for while it is not known which months there are.
    expect(monthAsked('2020-01', undefined)).toEqual({ month: '2020-01', ignored: undefined });
  });
});
