import { describe, expect, it } from 'vitest';
import type { Decisions } from '../../../etl/statistics/decisions.ts';
import type { Figure, TrendDefinition } from '../../../etl/statistics/figure.ts';
import { trendOf } from '../../../etl/statistics/trend.ts';
import { addDays, addMonths } from '../../../etl/periods.ts';
import { dateOf, steady } from './series.ts';

const COUNT: TrendDefinition = {
  measure: 'count',
  nature: 'flow',
  unit: 'episodes',
  better: 'lower',
  chart: 'xmr',
  grain: 'month',
};
const SHARE: TrendDefinition = { ...COUNT, measure: 'rate', unit: 'percent', better: 'higher' };
const NOTHING: Decisions = { rebases: [], targets: [], events: [] };
const REBASE = { from: dateOf(15), reason: 'New form', decided_by: 'QA Group', decided_on: '2023-09-20' };
const TARGET = { from: '2022-04-01', value: 70, owner: 'Board', source: 'Minutes of May 2022' };

const month = (i: number) => ({
  period: dateOf(i).slice(0, 7),
  from: dateOf(i),
  to: addDays(addMonths(dateOf(i), 1), -1),
  status: 'final' as const,
});
const counts = (values: readonly number[]): Figure[] =>
  values.map((value, i) => ({ ...month(i), numerator: value, denominator: null, value }));
const shares = (parts: readonly [number, number][]): Figure[] =>
  parts.map(([x, n], i) => ({ ...month(i), numerator: x, denominator: n, value: n === 0 ? null : (100 * x) / n }));
const changed = (figures: Figure[], at: number, change: Partial<Figure>) =>
  figures.with(at, { ...figures[at]!, ...change });

describe('a signal', () => {
  it('says that nothing changed', () => {
    const { signal, baselines, points } = trendOf(counts(steady(18)), COUNT, NOTHING);
    expect(signal).toEqual({
      period: '2023-09',
      variation: 'common_cause',
      words: 'No real change',
      assurance: null,
      target_words: null,
      because: null,
    });
    expect(baselines).toHaveLength(1);
    expect(baselines[0]).toMatchObject({ from: dateOf(0), to: '2023-09-30', points: 18, rebase: null, why: null });
    expect(baselines[0]!.limits!.mean).toBe(50);
    expect(points.every((p) => p.unusual === null && p.baseline === 0)).toBe(true);
  });

  it.each([
    ['lower', 'Worse than usual', 'worse'],
    ['higher', 'Better than usual', 'better'],
    ['neither', 'Changed (higher)', 'higher'],
  ] as const)('says where %s is better what a month above the range is', (better, words, sense) => {
    const { signal, points } = trendOf(counts([...steady(18), 99]), { ...COUNT, better }, NOTHING);
    expect(signal.words).toBe(words);
    expect(points.at(-1)!.unusual).toEqual({ sense, words: 'Above the usual range' });
  });

  it('compares with the target that held in its month', () => {
    const told = (target: object) =>
      trendOf(counts(steady(18)), COUNT, { ...NOTHING, targets: [{ ...TARGET, ...target }] }).signal.target_words;
    expect(told({})).toBe('Will meet the target');
    expect(told({ value: 50 })).toBe('May or may not meet the target');
    expect(told({ value: 20 })).toBe('Will not meet the target');
    expect(told({ from: '2023-10-01' })).toBeNull();
    expect(told({ to: '2023-08-31' })).toBeNull();
  });

  it('takes of two targets the one that began later', () => {
    const targets = [{ ...TARGET, from: '2023-01-01', value: 20 }, TARGET];
    expect(trendOf(counts(steady(18)), COUNT, { ...NOTHING, targets }).target!.value).toBe(20);
  });
});

describe('no signal', () => {
  it.each([
    ['Not judged', { nature: 'stock' }],
    ['Not judged', { nature: 'rolling' }],
    ['Not judged', { nature: 'year-to-date' }],
    ['Not judged', { grain: 'rolling12' }],
    ['Not judged', { chart: 'run' }],
    ['Too small to say', { nature: 'rare' }],
  ] as const)('is "%s" for %o, with no limits', (words, change) => {
    const trend = trendOf(counts([...steady(18), 99]), { ...COUNT, ...change }, { ...NOTHING, targets: [TARGET] });
    expect(trend.signal).toMatchObject({ variation: null, assurance: null, target_words: null, words });
    expect(trend.signal.because).not.toBeNull();
    expect(trend.baselines).toEqual([]);
    expect(trend.points.every((p) => p.unusual === null)).toBe(true);
  });

  it('is so under 13 months, and the limits are not there either', () => {
    const short = trendOf(counts([...steady(11), 99]), COUNT, { ...NOTHING, targets: [TARGET] });
    expect(short.signal).toMatchObject({ words: 'Too few months to say', assurance: null, variation: null });
    expect(short.baselines[0]).toMatchObject({ limits: null, why: 'too few' });
    expect(short.points.every((p) => p.unusual === null)).toBe(true);
    expect(trendOf(counts([...steady(12), 99]), COUNT, NOTHING).signal.words).toBe('Worse than usual');
    expect(trendOf([], COUNT, NOTHING).signal).toMatchObject({ period: null, words: 'Too few months to say' });
    const quarters = { ...COUNT, grain: 'quarter' } as const;
    expect(trendOf([], quarters, NOTHING).signal.words).toBe('Too few quarters to say');
  });

  it('is so of rare counts, which the rules alone would call better and better', () => {
    const deaths = Array.from({ length: 36 }, (_, i) => (i % 9 === 0 ? 1 : 0));
    expect(trendOf(counts(deaths), COUNT, NOTHING).signal.words).toBe('Too small to say');
  });

  it('is so where screening leaves no spread', () => {
    const nearly = [50, 50, 50, 50, 50, 50, 50, 50, 51, 50, 50, 50, 50, 50, 50, 50, 50];
    const { signal, baselines } = trendOf(counts(nearly), COUNT, NOTHING);
    expect(signal.words).toBe('Too small to say');
    expect(baselines[0]!.why).toBe('collapsed');
    expect(trendOf(counts(Array(15).fill(50)), COUNT, NOTHING).signal.words).toBe('Always the same');
  });

  it('is so where any figure is withheld, for limits would give it away', () => {
    const hidden = changed(counts(steady(18)), 3, { status: 'withheld' });
    const { signal, baselines, points } = trendOf(hidden, COUNT, NOTHING);
    expect(signal).toMatchObject({ words: 'Withheld', variation: null });
    expect(baselines).toEqual([]);
    expect(points[3]!.interval).toBeNull();
    expect(points[4]!.interval).not.toBeNull();
  });
});

describe('figures that are not final', () => {
  it('are shown, and neither judged nor used', () => {
    const whole = trendOf(counts(steady(18)), COUNT, NOTHING);
    for (const status of ['provisional', 'incomplete'] as const) {
      const later = changed(counts([...steady(18), 900]), 18, { status });
      const { signal, baselines, points } = trendOf(later, COUNT, NOTHING);
      expect(signal).toEqual(whole.signal);
      expect(baselines).toEqual(whole.baselines);
      expect(points.at(-1)).toMatchObject({ value: 900, baseline: null, unusual: null });
    }
  });

  it('leave a gap, which is told', () => {
    const gapped = changed(counts(steady(18)), 4, { status: 'incomplete' }).toSpliced(9, 2);
    expect(trendOf(gapped, COUNT, NOTHING).gaps).toEqual([
      { from: dateOf(4), to: addDays(dateOf(5), -1) },
      { from: dateOf(9), to: addDays(dateOf(11), -1) },
    ]);
    expect(trendOf(counts(steady(18)), COUNT, NOTHING).gaps).toEqual([]);
  });
});

it('tells no gap that lies before a rebase: nothing is judged over it', () => {
  const gapped = counts([...steady(15), ...steady(15, 80)]).toSpliced(14, 1);
  expect(trendOf(gapped, COUNT, NOTHING).gaps).toHaveLength(1);
  expect(trendOf(gapped, COUNT, { ...NOTHING, rebases: [REBASE] }).gaps).toEqual([]);
});

describe('a rebase', () => {
  const shifted = counts([...steady(15), ...steady(15, 80)]);

  it('begins limits anew from the first period on or after its day', () => {
    const before = trendOf(shifted, COUNT, NOTHING);
    expect(before.baselines).toHaveLength(1);
    expect(before.signal.words).toBe('Worse than usual');
    for (const from of [dateOf(15), addDays(dateOf(14), 3)]) {
      const rebase = { ...REBASE, from };
      const { baselines, signal, points } = trendOf(shifted, COUNT, { ...NOTHING, rebases: [rebase] });
      expect(baselines.map((b) => [b.from, b.points, b.rebase])).toEqual([
        [dateOf(0), 15, null],
        [dateOf(15), 15, rebase],
      ]);
      expect(baselines.map((b) => Math.round(b.limits!.mean))).toEqual([50, 80]);
      expect(signal.words).toBe('No real change');
      expect(points.map((p) => p.baseline)).toEqual([...Array(15).fill(0), ...Array(15).fill(1)]);
    }
  });

  it('takes the signal away until there are 13 figures again', () => {
    const { signal, baselines } = trendOf(shifted.slice(0, 27), COUNT, { ...NOTHING, rebases: [REBASE] });
    expect(signal.words).toBe('Too few months to say');
    expect(baselines.map((b) => b.why)).toEqual([null, 'too few']);
  });

  it('waits where no figure has come since', () => {
    const later = { ...REBASE, from: '2030-01-01' };
    expect(trendOf(shifted, COUNT, { ...NOTHING, rebases: [later] }).baselines).toHaveLength(1);
  });

  it.each([{ decided_by: ' ' }, { reason: '' }, { decided_on: 'soon' }, { from: '2023-13-01' }])(
    'is refused without %o',
    (change) => {
      const rebases = [{ ...REBASE, ...change }];
      expect(() => trendOf(shifted, COUNT, { ...NOTHING, rebases })).toThrow(/who decided it and when/);
    },
  );
});

describe('limits and intervals', () => {
  it('are trimmed to be drawn and not to be judged by', () => {
    const low = [9, 2, 8, 1, 9, 3, 8, 2, 9, 1, 8, 3, 9, 2, 8];
    const { limits } = trendOf(counts(low), COUNT, NOTHING).baselines[0]!;
    expect(limits!.lower).toBeLessThan(0);
    expect(limits!.drawn).toMatchObject({ lower: 0, trimmed_at: [0] });
    const high = shares(low.map((n) => [100 - 6 * n, 100]));
    const target = { ...TARGET, value: 100 };
    const share = trendOf(high, SHARE, { ...NOTHING, targets: [target] });
    expect(share.baselines[0]!.limits!.upper).toBeGreaterThan(100);
    expect(share.baselines[0]!.limits!.drawn.upper).toBe(100);
    expect(share.signal.target_words).toBe('May or may not meet the target');
  });

  it('judge a share by what it was made from', () => {
    // A third each month: as doubles the average of 33.3... differs from some of them.
    const thirds = shares(Array.from({ length: 20 }, (_, i) => [10 + i, 30 + 3 * i]));
    expect(trendOf(thirds, SHARE, NOTHING).signal.words).toBe('Always the same');
  });

  it('are Wilson’s for a share, exact or Byar’s for a count, and none for a stock, a mean or a median', () => {
    const [share] = trendOf(shares([[1, 3]]), SHARE, NOTHING).points;
    expect(share!.interval).toEqual({ lower: expect.closeTo(6.149194, 5), upper: expect.closeTo(79.23404, 5) });
    const [count] = trendOf(counts([0]), COUNT, NOTHING).points;
    expect(count!.interval).toEqual({ lower: 0, upper: expect.closeTo(3.688879, 5) });
    for (const measure of ['stock', 'mean', 'median'] as const)
      expect(trendOf(counts([7]), { ...COUNT, measure }, NOTHING).points[0]!.interval).toBeNull();
    expect(trendOf(shares([[0, 0]]), SHARE, NOTHING).points[0]!.interval).toBeNull();
  });

  it('are in the unit of the figures, whatever it is called', () => {
    const figures = shares(steady(18).map((n) => [n, 200]));
    const { points, baselines } = trendOf(figures, { ...SHARE, unit: 'in a hundred' }, NOTHING);
    expect(baselines[0]!.limits!.mean).toBe(25);
    expect(points[0]!.interval!.lower < points[0]!.value! && points[0]!.value! < points[0]!.interval!.upper).toBe(true);
  });

  it('judge a mean by its total and number, however small', () => {
    const means = shares(steady(18).map((n) => [n / 10, 2])).map((f) => ({ ...f, value: f.numerator / 2 }));
    const mean = { ...COUNT, measure: 'mean', unit: 'hours' } as const;
    const { baselines } = trendOf(means, mean, NOTHING);
    expect(baselines[0]!.limits!.mean).toBe(2.5);
  });
});

it('numbers events, rebases and targets in order of date, and says in which period they fall', () => {
  const { marks } = trendOf(counts(steady(30)), COUNT, {
    events: [{ on: '2023-08-31', title: 'School holidays', owner: 'QA Group' }],
    rebases: [REBASE],
    targets: [{ ...TARGET, from: '2021-01-01' }],
  });
  expect(marks.map((m) => [m.number, m.kind, m.period, m.title])).toEqual([
    [1, 'target', null, 'Minutes of May 2022'],
    [2, 'rebase', '2023-07', 'New form'],
    [3, 'event', '2023-08', 'School holidays'],
  ]);
});

it('says that outlying moving ranges are screened', () => {
  expect(trendOf(counts(steady(18)), COUNT, NOTHING).screened).toBe(true);
});
