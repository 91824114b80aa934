// What the board's papers say of a release, and that they say nothing that the release does not.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Standing } from '../../etl/decisions/log.ts';
import { packMeasures } from '../../etl/disclosure/pack/measure.ts';
import { packNotes } from '../../etl/disclosure/pack/notes.ts';
import { type PackPeriod, packPeriod, packPeriods } from '../../etl/disclosure/pack/periods.ts';
import { releasedTrend } from '../../etl/disclosure/pack/trend.ts';
import type { Release, ReleasedRow, ReleasedTable } from '../../etl/disclosure/release.ts';
import { loadSolver, type Solver } from '../../etl/disclosure/solver.ts';
import type { KpiHeader } from '../../etl/build/definition.ts';
import { attack } from './attacker.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const header = { measure: 'count', unit: 'episodes', better: 'lower', chart: 'xmr' } as KpiHeader;
const NOTHING = { rebases: [], targets: [], events: [] };
const QUARTERS = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const;

/** Quarters of calendar years from 2021, since what they are called decides nothing. */
const quarters = (counts: readonly ReleasedRow['numerator'][]): ReleasedRow[] =>
  counts.map((numerator, i) => {
    const [year, [from, to]] = [2021 + Math.floor(i / 4), QUARTERS[i % 4]!];
    const status = numerator === 'withheld' ? 'withheld' : 'final';
    const days = { period: `${year} Q${(i % 4) + 1}`, from: `${year}-${from}`, to: `${year}-${to}` };
    return { ...days, split: {}, numerator, denominator: null, value: numerator, status };
  });
const tableOf = (rows: ReleasedRow[], more: Partial<ReleasedTable> = {}): ReleasedTable => ({
  kpi: 'episodes',
  grain: 'quarter',
  by: null,
  title: 'Episodes',
  unit: 'episodes',
  measure: 'count',
  better: 'lower',
  definition: 'Counts episodes.',
  rows,
  ...more,
});
const releaseOf = (...tables: ReleasedTable[]): Release => ({
  audience: 'board-pack',
  snapshot: 1,
  built_at: '2026-01-01T00:00:00.000Z',
  rules: { withhold: { from: 1, to: 5 }, dominance: { over: 0.9, group_under: 20 }, possible_values: 3 },
  tables,
});

const TRUTH = [40, 42, 38, 41, 4, 43, 37, 40, 42, 39, 41, 38, 40, 42, 39, 41];
const SHOWN = TRUTH.map((n) => (n === 4 ? 'withheld' : n));

describe('limits', () => {
  it('are made of what is shown, up to the period of the papers', () => {
    const table = tableOf(quarters(TRUTH.with(4, 40)));
    const { baselines, signal, points } = releasedTrend(table, header, NOTHING, '2024-06-30');
    expect(baselines.map(({ points, to }) => [points, to])).toEqual([[14, '2024-06-30']]);
    expect([signal.period, points.at(-1)!.period, points.length]).toEqual(['2024 Q2', '2024 Q2', 12]);
  });

  it('are none where a figure is withheld, which is said in words', () => {
    const { baselines, signal, points } = releasedTrend(tableOf(quarters(SHOWN)), header, NOTHING, '2024-12-31');
    expect([baselines, signal.words]).toEqual([[], 'Withheld']);
    expect(signal.because).toBe('Some figures are withheld, and limits would give them away.');
    expect(JSON.stringify(points)).not.toContain('NaN');
  });

  it('would give a withheld count away, if they were made of it', () => {
    const release = releaseOf(tableOf(quarters(SHOWN)));
    const width = (averages: Parameters<typeof attack>[4]) => {
      const [found] = attack(
        solver,
        [release],
        { same: [], within: [], overlapping: [], datedOnce: [], balance: [] },
        undefined,
        averages,
      );
      return found!.most - found!.least;
    };
    const [leak] = releasedTrend(tableOf(quarters(TRUTH)), header, NOTHING, '2024-12-31').baselines;
    expect(width([])).toBeGreaterThan(1000);
    expect(width([[{ ...leak!, ...leak!.limits!, kpi: 'episodes' }]])).toBe(0);
  });
});

describe('a measure', () => {
  const Q = (period: string): PackPeriod => packPeriod(releaseOf(tableOf(quarters(TRUTH))), period);
  const measures = (counts: ReleasedRow['numerator'][], chosen: string[] = [], period = '2024 Q4') =>
    packMeasures(releaseOf(tableOf(quarters(counts))), () => header, [], Q(period), chosen);

  it('has a sheet where it is worse than usual, or chosen', () => {
    expect(measures([...TRUTH.slice(0, 15).with(4, 40), 90])[0]!.sheet).toBe('worse');
    expect(measures(TRUTH.with(4, 40))[0]!.sheet).toBe(null);
    expect(measures(TRUTH.with(4, 40), ['episodes'])[0]!.sheet).toBe('chosen');
  });

  it('was worse in the papers of the quarter in which it was, and not in those before', () => {
    const counts = [...TRUTH.slice(0, 15).with(4, 40), 90];
    expect(measures(counts, [], '2024 Q3')[0]!.sheet).toBe(null);
  });

  it('is beside the same quarter of the year before', () => {
    const [one] = measures(TRUTH);
    expect([one!.now?.period, one!.year_before?.period]).toEqual(['2024 Q4', '2023 Q4']);
  });

  it('is there without a figure where it is not released by the kind of period that is asked for', () => {
    const yearly = tableOf(quarters(TRUTH.with(4, 40)), { kpi: 'yearly', grain: 'year' });
    const release = releaseOf(tableOf(quarters(TRUTH.with(4, 40))), yearly);
    const found = packMeasures(release, () => header, [], Q('2024 Q4'), ['yearly']);
    expect(found.map(({ kpi, now, sheet }) => [kpi, now === null, sheet])).toEqual([
      ['episodes', false, null],
      ['yearly', true, 'chosen'],
    ]);
  });

  it('is judged by quarters where a month is withheld', () => {
    const month = { ...quarters(['withheld'])[0]!, period: '2021-01', to: '2021-01-31' };
    const release = releaseOf(tableOf([month], { grain: 'month' }), tableOf(quarters(TRUTH.with(4, 40))));
    const [one] = packMeasures(release, () => header, [], Q('2024 Q4'), []);
    expect([one!.trend.grain, one!.trend.signal.because]).toEqual(['quarter', null]);
  });
});

describe('periods', () => {
  const year = { ...quarters([1])[0]!, period: '2025-26', from: '2025-04-01', to: '2026-03-31' };
  it('are those that are over', () => {
    const release = releaseOf(tableOf(quarters(TRUTH)), tableOf([year], { grain: 'year' }));
    expect(packPeriods(release).map(({ period }) => period)).toHaveLength(16);
    expect(() => packPeriod(release, '2025-26')).toThrow('Expected one that is complete, such as "2024 Q4".');
  });

  it('are none where nothing is', () => {
    expect(() => packPeriod(releaseOf(), undefined)).toThrow('Nothing final is released yet: no quarter is complete.');
  });
});

it('tells what was decided or done since the board met, and what is open', () => {
  const said = { owner: 'Board', source: 'Minutes' };
  const action = (number: number, on: string, done_on: string | null): Standing => ({
    kind: 'action',
    kpi: null,
    on,
    due: '2025-12-31',
    done_on,
    text: `Action ${number}`,
    number,
    ...said,
  });
  const all: Standing[] = [
    action(1, '2025-01-01', '2025-02-01'),
    action(2, '2025-01-01', '2025-04-01'),
    { kind: 'meeting', on: '2025-03-01', text: 'Board', number: 3, ...said },
    action(4, '2025-03-05', null),
    { kind: 'meeting', on: '2025-09-01', text: 'Board, planned', number: 5, ...said },
  ];
  const { last_met, since, actions } = packNotes(all, '2025-06-01');
  expect(last_met).toBe('2025-03-01');
  expect(since.map((d) => 'text' in d && d.text)).toEqual(['Action 2', 'Action 4']);
  expect(actions.map(({ text }) => text)).toEqual(['Action 4']);
});
