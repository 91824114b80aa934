import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../etl/disclosure/audit.ts';
import { joined, type Working } from '../../etl/disclosure/earlier.ts';
import type { Model } from '../../etl/disclosure/model.ts';
import { loadSolver, type Solver } from '../../etl/disclosure/solver.ts';
import { suppress } from '../../etl/disclosure/suppress.ts';
import { tableModel } from './tables.ts';

let solver: Solver;
beforeAll(async () => void (solver = await loadSolver()));

/** Releases a model after another, as the real thing does. */
function next(model: Model, before?: Working): { working: Working; withheld: string[] } {
  const all = joined(model, before);
  const withheld = suppress(solver, all, 3);
  audit(solver, all, withheld, 3);
  const cells = all.cells.map((cell, i) => ({
    ...cell,
    earlier: withheld.has(i) ? ('withheld' as const) : ('published' as const),
  }));
  const working = { ...all, cells, snapshot: (before?.snapshot ?? 0) + 1 };
  return { working, withheld: [...withheld].map((i) => all.cells[i]!.id).toSorted() };
}

const small = [
  [3, 20, 31],
  [30, 44, 52],
  [61, 70, 85],
];

describe('a later release', () => {
  it('withholds the same again when nothing changed, and learns nothing new', () => {
    const first = next(tableModel(small));
    const second = next(tableModel(small), first.working);
    expect(second.withheld).toEqual(first.withheld);
    expect(second.working.cells).toHaveLength(first.working.cells.length);
    expect(second.working.relations).toHaveLength(first.working.relations.length);
  });

  it('keeps withheld what was, though it grew', () => {
    const first = next(tableModel(small));
    const grown = small.map((line) => [...line]);
    grown[0]![0] = 12;
    const second = next(tableModel(grown), first.working);
    expect(second.withheld).toEqual(expect.arrayContaining(first.withheld));
    expect(second.withheld).toContain('0,0@1');
  });

  it('keeps withheld what is nought by now', () => {
    const first = next(tableModel(small));
    const gone = small.map((line) => [...line]);
    gone[0]![0] = 0;
    const { withheld, working } = next(tableModel(gone), first.working);
    expect(withheld).toContain('0,0');
    const least = (id: string) => working.cells.find((cell) => cell.id === id)!.least;
    expect([least('0,0'), least('0,0@1'), least('3,3')]).toEqual([0, 1, 1]);
  });

  it('does not hide behind what the earlier one showed', () => {
    const first = next(
      tableModel([
        [20, 20, 31],
        [30, 44, 52],
        [61, 70, 85],
      ]),
    );
    expect(first.withheld).toEqual([]);
    const shrunk = [
      [3, 20, 31],
      [30, 44, 52],
      [61, 70, 85],
    ];
    const { withheld } = next(tableModel(shrunk), first.working);
    // Only what changed with it can be withheld: its line's total, its column's and that of all.
    expect(withheld).toEqual(['0,0', '0,3', '3,0', '3,3']);
  });

  it('counts what two releases say together', () => {
    // Two counts with their sum, the second of which is within another.
    const two = (left: number, right: number, limit: number): Model => ({
      cells: [left, right, left + right, limit].map((value, i) => ({
        id: 'abcd'[i]!,
        value,
        shown: true,
        least: 1,
        sensitive: value <= 5,
      })),
      relations: [
        {
          terms: [
            [0, 1],
            [1, 1],
            [2, -1],
          ],
          least: 0,
          most: 0,
        },
        {
          terms: [
            [1, 1],
            [3, -1],
          ],
          least: null,
          most: 0,
        },
      ],
    });
    const sensitive = { ...two(2, 2, 10) };
    sensitive.cells[2]!.sensitive = false;
    const first = next(sensitive);
    expect(first.withheld).toEqual(['a', 'b']);
    // The first said that a is at most 3. That a and b are 8 and b at most 6 would leave 2 and 3.
    expect(next(two(2, 6, 6), first.working).withheld.length).toBeGreaterThan(['a', 'b', 'b@1'].length);
  });
});
