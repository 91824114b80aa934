import { describe, expect, it } from 'vitest';
import type { KpiHeader } from '../../etl/build/definition.ts';
import { cellsOf } from '../../etl/disclosure/cells.ts';
import { AUDIENCES, type Policy, readPolicy } from '../../etl/disclosure/policy.ts';
import { fits } from '../../etl/disclosure/model.ts';
import { modelOf, type Relations, withRests } from '../../etl/disclosure/relations.ts';
import { loadSolver } from '../../etl/disclosure/solver.ts';
import { suppress } from '../../etl/disclosure/suppress.ts';
import type { Table } from '../../etl/disclosure/tables.ts';

const policy = readPolicy('public');
const none: Relations = { same: [], within: [], parts: [], dated_once: [], balance: [], apart: {}, redefined: {} };

function table(
  kpi: string,
  of: Partial<Table> & { measure: KpiHeader['measure'] },
  rows: [period: string, from: string, to: string, group: string, n: number, d?: number][],
): Table {
  const { measure, ...rest } = of;
  return {
    kpi,
    header: { measure, unsplit: {}, title: '', unit: '', definition: '', better: 'lower' } as unknown as KpiHeader,
    grain: 'year',
    by: null,
    ...rest,
    rows: rows.map(([period, from, to, group, n, d]) => ({
      period,
      from,
      to,
      at: period,
      split: rest.by ? { [rest.by]: group } : {},
      numerator: n,
      denominator: d ?? null,
      value: 0,
      status: 'final' as const,
    })),
  };
}

const Y = ['2024-25', '2024-04-01', '2025-03-31'] as const;
const quarter = (n: number) =>
  [
    `2024-25 Q${n}`,
    ['2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01'][n - 1]!,
    ['2024-06-30', '2024-09-30', '2024-12-31', '2025-03-31'][n - 1]!,
  ] as const;

/** The relations as text: `a + b - c = 0`. */
function told(tables: Table[], known = none, rules: Policy = policy): string[] {
  const model = modelOf(cellsOf(tables, rules), known);
  expect(fits(model, new Map())).toBe(true);
  return model.relations.map(({ terms, least, most }) => {
    const side = (sign: number) =>
      terms
        .filter(([, times]) => times === sign)
        .map(([i]) => model.cells[i]!.id)
        .join(' + ');
    return `${side(1)} ${least === 0 ? (most === 0 ? '=' : '>=') : '<='} ${side(-1)}`;
  });
}
const sensitive = (tables: Table[]) =>
  [...cellsOf(tables, policy).values()].filter((c) => c.sensitive).map((c) => c.id);

describe('what holds between the figures of a KPI', () => {
  it('knows that quarters make a year, and that some of them are less', () => {
    const year = table('k', { measure: 'count' }, [[...Y, '', 100]]);
    const quarters = (ns: number[]) =>
      table(
        'k',
        { measure: 'count', grain: 'quarter' },
        ns.map((n, i) => [...quarter(i + 1), '', n]),
      );
    expect(told([year, quarters([20, 20, 20, 40])])).toEqual([
      'k|2024-25 Q1| + k|2024-25 Q2| + k|2024-25 Q3| + k|2024-25 Q4| = k|2024-25|',
    ]);
    expect(told([year, quarters([20, 20])])).toEqual(['k|2024-25 Q1| + k|2024-25 Q2| <= k|2024-25|']);
  });

  it('knows that different children overlap, unless they are dated once', () => {
    const tables = [
      table('k', { measure: 'children' }, [[...Y, '', 30]]),
      table(
        'k',
        { measure: 'children', grain: 'quarter' },
        [1, 2, 3, 4].map((n) => [...quarter(n), '', n === 4 ? 10 : 20]),
      ),
    ];
    expect(told(tables)).toHaveLength(5);
    expect(told(tables).at(-1)).toContain('>= k|2024-25|');
    tables[0]!.rows[0]!.numerator = 70;
    expect(told(tables, { ...none, dated_once: ['k'] })).toEqual([expect.stringContaining('= k|2024-25|')]);
  });

  it('adds up splits, and both sides of a share', () => {
    const tables = [
      table('k', { measure: 'rate' }, [[...Y, '', 30, 100]]),
      table('k', { measure: 'rate', by: 'town' }, [
        [...Y, 'A', 10, 40],
        [...Y, 'B', 20, 60],
      ]),
    ];
    expect(told(tables)).toEqual([
      'k/rest|2024-25| + k/numerator|2024-25| = k/denominator|2024-25|',
      'k/rest|2024-25|town=A + k/numerator|2024-25|town=A = k/denominator|2024-25|town=A',
      'k/rest|2024-25|town=B + k/numerator|2024-25|town=B = k/denominator|2024-25|town=B',
      'k/numerator|2024-25|town=A + k/numerator|2024-25|town=B = k/numerator|2024-25|',
      'k/denominator|2024-25|town=A + k/denominator|2024-25|town=B = k/denominator|2024-25|',
    ]);
  });

  it('adds up no positions of a stock', () => {
    const tables = [
      table('k', { measure: 'stock' }, [[...Y, '', 100]]),
      table(
        'k',
        { measure: 'stock', grain: 'quarter' },
        [1, 2, 3].map((n) => [...quarter(n), '', 90 + n]),
      ),
    ];
    expect(told(tables)).toEqual([]);
  });

  it('knows what definitions say between KPIs', () => {
    const tables = [
      table('a', { measure: 'count' }, [[...Y, '', 30]]),
      table('b', { measure: 'count' }, [[...Y, '', 30]]),
      table('c', { measure: 'count' }, [[...Y, '', 20]]),
    ];
    expect(told(tables, { ...none, same: [['a', 'b', 'c']], within: [['c', 'a']] })).toEqual([
      'a|2024-25| = b|2024-25|',
      'c|2024-25| <= a|2024-25|',
    ]);
  });
});

describe('what the policy withholds', () => {
  const counts = (...ns: number[]) =>
    table(
      'k',
      { measure: 'count', by: 'town' },
      ns.map((n, i) => [...Y, 'ABCDEFG'[i]!, n]),
    );

  it('withholds 1 to 5, and neither nought nor 6', () => {
    const whole = table('k', { measure: 'count' }, [[...Y, '', 112]]);
    expect(sensitive([whole, counts(0, 1, 5, 6, 100)])).toEqual(['k|2024-25|town=B', 'k|2024-25|town=C']);
  });

  it('withholds a share where the numerator or what is left of the denominator is 1 to 5', () => {
    const share = (n: number, d: number) => sensitive([table('k', { measure: 'rate' }, [[...Y, '', n, d]])]);
    expect(share(5, 50)).toEqual(['k/numerator|2024-25|']);
    expect(share(45, 50)).toEqual(['k/numerator|2024-25|', 'k/rest|2024-25|']);
    expect(share(44, 50)).toEqual([]);
    expect(share(50, 50)).toEqual([]);
    expect(share(0, 50)).toEqual([]);
  });

  it('withholds a category that holds over 90% of a group under 20', () => {
    const of = (whole: number, ...parts: number[]) =>
      sensitive([table('k', { measure: 'count' }, [[...Y, '', whole]]), counts(...parts)]);
    expect(of(19, 0, 19)).toEqual(['k|2024-25|town=B']);
    expect(of(20, 0, 20)).toEqual([]);
    expect(sensitive([table('k', { measure: 'rate' }, [[...Y, '', 12, 12]])])).toEqual(['k/numerator|2024-25|']);
    expect(sensitive([table('k', { measure: 'rate' }, [[...Y, '', 20, 20]])])).toEqual([]);
  });
});

it.each(AUDIENCES)('asks for 1 to 5, 90% of under 20, and three values for %s', (audience) => {
  const { withhold, dominance, possible_values } = readPolicy(audience);
  expect([withhold, dominance, possible_values]).toEqual([{ from: 1, to: 5 }, { over: 0.9, group_under: 20 }, 3]);
});

describe('parts of a whole over several KPIs', () => {
  const line = (...parts: string[]): Relations => ({ ...none, parts: [{ whole: 'visits', parts }] });
  const counts = (visits: number, ...parts: number[]) => {
    const tables = [visits, ...parts].map((n, i) =>
      table(['visits', 'night', 'day'][i]!, { measure: 'count' }, [[...Y, '', n]]),
    );
    return cellsOf(tables, policy);
  };
  const relationsOf = (cells: ReturnType<typeof counts>, known: Relations) =>
    modelOf(withRests(cells, known, policy), known).relations.map(({ terms }) => terms.length);

  it('guards what is left, which whoever has both can subtract', () => {
    const all = withRests(counts(43, 41), line('night'), policy);
    const rest = [...all.values()].find(({ shown }) => !shown);
    expect(rest).toMatchObject({ id: 'visits less night|2024-25|', value: 2, sensitive: true, least: 0 });
    expect(relationsOf(counts(43, 41), line('night'))).toEqual([3]);
  });

  it('ties them where nothing is left', () => {
    expect(relationsOf(counts(43, 41, 2), line('night', 'day'))).toEqual([3]);
    expect(withRests(counts(43, 41, 2), line('night', 'day'), policy).size).toBe(3);
  });

  it('says nothing where one of them is not released, or they overlap', () => {
    expect(relationsOf(counts(43, 41), line('night', 'day'))).toEqual([]);
    expect(relationsOf(counts(43, 41, 9), line('night', 'day'))).toEqual([]);
  });

  it('withholds the whole or the part, so that nobody works out what is left', async () => {
    const model = modelOf(withRests(counts(43, 41), line('night'), policy), line('night'));
    const withheld = suppress(await loadSolver(), model, 3);
    expect([...withheld].some((i) => model.cells[i]!.shown)).toBe(true);
    expect(suppress(await loadSolver(), modelOf(counts(43, 41), none), 3).size).toBe(0);
  });
});
