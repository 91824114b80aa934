// The pure functions of the dashboard: words, addresses, lines.
import { describe, expect, it } from 'vitest';
import { axisDate, axisValue } from '../../dashboard/charts/axis.ts';
import { breaksOf, notesOf, stretchesOf, topOf } from '../../dashboard/charts/limits.ts';
import { toPanels, topOfAll } from '../../dashboard/charts/panels.ts';
import { monthTicks, toPoints } from '../../dashboard/charts/points.ts';
import { nearest, step } from '../../dashboard/charts/reading.ts';
import { sparkPath } from '../../dashboard/charts/spark-path.ts';
import { baseline, monthRow, point, RATE, row, trendOf } from './rows.ts';

const values = (rows: Parameters<typeof toPoints>[0]) => toPoints(rows).map((p) => p.y);

describe('a line', () => {
  it('has a gap where a month has no row: no row is not nought', () => {
    expect(values([monthRow('2025-01', 5), monthRow('2025-02', 0), monthRow('2025-04', 7)])).toEqual([5, 0, NaN, 7]);
  });
  it('joins positions taken each quarter, and breaks where one was missed', () => {
    expect(values([monthRow('2024-03', 1), monthRow('2024-06', 2), monthRow('2024-12', 4)])).toEqual([1, 2, NaN, 4]);
  });
  it('has a gap where there was nothing to divide by', () => {
    expect(values([monthRow('2025-01', 5), monthRow('2025-02', null)])).toEqual([5, NaN]);
  });
  it('is in order of time, hollow where not final', () => {
    const points = toPoints([monthRow('2025-02', 2, { status: 'provisional' }), monthRow('2025-01', 1)]);
    expect(points.map((p) => [p.y, p.hollow])).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});

it('tells the sense of an unusual point', () => {
  const unusual = { sense: 'worse' as const, words: 'Above the usual range' };
  expect(toPoints([point('2025-01', 1), point('2025-02', 9, { unusual })]).map(({ sense }) => sense)).toEqual([
    undefined,
    'worse',
  ]);
});

describe('a sparkline', () => {
  it('lifts the pen over a gap and leaves what is not final to the dashes', () => {
    const points = toPoints([
      monthRow('2025-01', 5),
      monthRow('2025-03', 5),
      monthRow('2025-04', 5),
      monthRow('2025-05', 5, { status: 'provisional' }),
    ]);
    const { all, final, end } = sparkPath(points, 100, 20);
    expect(all.match(/[ML]/g)?.join('')).toBe('MMLL');
    expect(final.match(/[ML]/g)?.join('')).toBe('MML');
    expect(end).toEqual({ left: 95, top: 5, hollow: true });
  });
  it('draws nothing from nothing', () =>
    expect(sparkPath([], 100, 20)).toEqual({ all: '', final: '', end: undefined }));
});

describe('dates under a chart', () => {
  const year = toPoints(
    Array.from({ length: 13 }, (_, i) =>
      monthRow(`${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`, i),
    ),
  );
  it('are as many as fit, by steps that people count in, back from the last', () => {
    const written = (most: number) => monthTicks(year, most).map((d) => d.toISOString().slice(0, 7));
    expect(written(5)).toEqual(['2024-01', '2024-04', '2024-07', '2024-10', '2025-01']);
    expect(written(2)).toEqual(['2024-01', '2025-01']);
  });
  it('stand under points, never between two', () => {
    const years = toPoints([
      row('2023-24', '2023-04-01', '2024-03-31', 1),
      row('2024-25', '2024-04-01', '2025-03-31', 2),
    ]);
    expect(monthTicks(years, 9)).toHaveLength(2);
  });
  it('are months in full, or financial years', () => {
    expect(axisDate([monthRow('2025-09', 1)])(new Date('2025-09-01'))).toBe('September\n2025');
    expect(axisDate([row('2024-25', '2024-04-01', '2025-03-31', 1)])(new Date('2025-03-01'))).toBe('2024-25');
  });
  it('stand beside values in their unit', () => expect(axisValue(RATE)(12.34)).toBe('12.3%'));
});

it('keeps panels in the order of the definition, without values that have no rows', () => {
  const split = { id: 'age_band', title: 'Age', values: ['Under 5', '5 to 9', '10 to 15'] };
  const trends = ['10 to 15', '5 to 9'].map((age) => trendOf([point('2025-01', 1)], { split: { age_band: age } }));
  expect(toPanels(trends, split, { better: 'lower' }).map((panel) => panel.value)).toEqual(['5 to 9', '10 to 15']);
});

it('sorts panels by how far they got worse on the year before, what has none after them and what is not known last', () => {
  const values = ['Not known', 'Hanley', 'Stoke', 'Tunstall'];
  const towns = { id: 'town', title: 'Town', values };
  const moved = { 'Not known': 50, Hanley: -20, Stoke: 10, Tunstall: null };
  const trends = Object.entries(moved).map(([town, by]) => {
    const before = by === null ? null : monthRow('2024-01', 30 - by);
    return trendOf([point('2025-01', 30, { year_before: before })], { split: { town } });
  });
  const order = (better: 'lower' | 'higher' | 'neither') =>
    toPanels(trends, towns, { better }).map((panel) => panel.value);
  expect(order('lower')).toEqual(['Stoke', 'Hanley', 'Tunstall', 'Not known']);
  expect(order('higher')).toEqual(['Hanley', 'Stoke', 'Tunstall', 'Not known']);
  expect(order('neither')).toEqual(['Hanley', 'Stoke', 'Tunstall', 'Not known']);
});

describe('limits', () => {
  const rebase = { from: '2025-03-01', reason: 'Triage', decided_by: 'QA', decided_on: '2025-05-01' };
  const trend = trendOf(
    [
      point('2025-01', 5),
      point('2025-02', 6),
      point('2025-03', 90, { baseline: 1 }),
      point('2025-04', 91, { baseline: 1 }),
      point('2025-05', 40, { baseline: null, status: 'provisional' }),
    ],
    {
      baselines: [
        baseline({
          limits: { mean: 20, lower: -4, upper: 130, drawn: { lower: 0, upper: 100, trimmed_at: [0, 100] } },
        }),
        baseline({ rebase, from: '2025-03-01' }),
      ],
    },
  );
  const days = (dates: Date[]) => dates.map((d) => d.toISOString().slice(0, 7));

  it('are drawn over the figures that they judge, with a break where they begin anew, and as trimmed', () => {
    expect(stretchesOf(trend).map(({ from, to, lower, upper }) => [...days([from, to]), lower, upper])).toEqual([
      ['2025-01', '2025-02', 0, 100],
      ['2025-03', '2025-04', 10, 30],
    ]);
    expect(days(breaksOf(trend))).toEqual(['2025-03']);
    expect(breaksOf({ ...trend, points: trend.points.slice(3) })).toEqual([]);
  });
  it('are not drawn where there are none, or none of their figures is shown', () => {
    const [first, second] = trend.baselines;
    expect(stretchesOf({ ...trend, baselines: [{ ...first!, limits: null }, second!] })).toHaveLength(1);
    expect(stretchesOf({ ...trend, points: trend.points.slice(2) })).toHaveLength(1);
  });
  it('fit on the scale with the target, on panels too', () => {
    expect(topOf(91, stretchesOf(trend), undefined)).toBe(100);
    expect(topOf(91, stretchesOf(trend), 120)).toBe(120);
    expect(topOfAll([{ value: 'x', trend }])).toBe(100);
  });
  it('have marks at their periods, over each other where they share one; a mark outside is only listed', () => {
    const mark = (number: number, period: string | null) => ({
      number,
      period,
      kind: 'event' as const,
      on: '2025-02-01',
      title: 'x',
      owner: 'y',
    });
    const marks = [mark(1, null), mark(2, '2025-02'), mark(3, '2025-02'), mark(4, '2024-11')];
    expect(notesOf({ ...trend, marks }).map(({ number, above }) => [number, above])).toEqual([
      [2, 0],
      [3, 1],
    ]);
  });
});

describe('reading a chart', () => {
  it('steps from point to point and stays within them', () => {
    expect(step('ArrowRight', undefined, 3)).toBe(0);
    expect(step('ArrowRight', 2, 3)).toBe(2);
    expect(step('ArrowLeft', undefined, 3)).toBe(2);
    expect(step('Home', 2, 3)).toBe(0);
    expect(step('End', 0, 3)).toBe(2);
    expect(step('Escape', 1, 3)).toBeUndefined();
    expect(step('Escape', undefined, 3)).toBe('stay');
    expect(step('Tab', 1, 3)).toBe('stay');
  });
  it('finds the point nearest to a finger', () => {
    expect(nearest([{ left: 0 }, { left: 10 }, { left: 20 }], 13)).toBe(1);
    expect(nearest([], 13)).toBeUndefined();
  });
});
