import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../etl/disclosure/audit.ts';
import type { Model } from '../../etl/disclosure/model.ts';
import { loadSolver, type Solver } from '../../etl/disclosure/solver.ts';
import { suppress } from '../../etl/disclosure/suppress.ts';
import { fewestWithheld } from './optimum.ts';
import { tableModel } from './tables.ts';

let solver: Solver;
beforeAll(async () => void (solver = await loadSolver()));

const withheldIn = (model: Model) => [...suppress(solver, model, 3)].map((i) => model.cells[i]!.id).toSorted();

/** Small tables in which about half of all counts are withheld by themselves. */
const tables = (lines: number, columns: number) =>
  fc.tuple(fc.integer({ min: 2, max: lines }), fc.integer({ min: 2, max: columns })).chain(([r, c]) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 60 })), {
        minLength: c,
        maxLength: c,
      }),
      {
        minLength: r,
        maxLength: r,
      },
    ),
  );

const runs = { numRuns: 25, seed: 4 };

describe('a table with its totals', () => {
  it('is shown whole where nothing is small', () => {
    expect(
      withheldIn(
        tableModel([
          [10, 20],
          [30, 40],
        ]),
      ),
    ).toEqual([]);
  });

  it('withholds with a small count three others, so that no line and no column tells it', () => {
    expect(
      withheldIn(
        tableModel([
          [3, 20, 31],
          [30, 44, 52],
          [61, 70, 85],
        ]),
      ),
    ).toHaveLength(4);
  });

  it('withholds no total where counts inside protect each other', () => {
    const withheld = withheldIn(
      tableModel([
        [3, 4, 31],
        [4, 3, 52],
        [61, 70, 85],
      ]),
    );
    expect(withheld).toEqual(['0,0', '0,1', '1,0', '1,1']);
  });

  it('always shows nought', () => {
    const model = tableModel([
      [0, 20, 31],
      [30, 0, 4],
      [61, 70, 85],
    ]);
    for (const i of suppress(solver, model, 3)) expect(model.cells[i]!.value).toBeGreaterThan(0);
  });

  it('does not count on a partner that can hardly be smaller', () => {
    // Both lines' others are 1 and 2: 2 can only be 1 to 3 because the other stays at least 1.
    const model = tableModel([
      [1, 1, 40],
      [1, 1, 50],
      [44, 37, 60],
    ]);
    const ranges = audit(solver, model, suppress(solver, model, 3), 3);
    for (const { least, most } of ranges.values()) expect(most - least).toBeGreaterThanOrEqual(2);
  });

  it('asks for as many values as it is told', () => {
    const model = tableModel([
      [3, 9, 31],
      [7, 14, 52],
      [61, 70, 85],
    ]);
    for (const { least, most } of audit(solver, model, suppress(solver, model, 6), 6).values())
      expect(most - least + 1).toBeGreaterThanOrEqual(6);
  });

  it('refuses when a small count follows from noughts and what is public', () => {
    const model = tableModel([[3, 20]]);
    for (const cell of model.cells) if (!cell.sensitive) cell.earlier = 'published';
    expect(() => suppress(solver, model, 3)).toThrow(/follows from others/);
  });

  it('gives the same pattern each time, from a solver of its own too', async () => {
    const model = tableModel([
      [3, 20, 1, 8],
      [2, 44, 5, 9],
      [6, 7, 8, 0],
    ]);
    const other = await loadSolver();
    expect(suppress(other, model, 3)).toEqual(suppress(solver, model, 3));
  });
});

describe('any small table', () => {
  it('withholds every small count and passes the audit', () =>
    fc.assert(
      fc.property(tables(5, 5), (counts) => {
        const model = tableModel(counts);
        const withheld = suppress(solver, model, 3);
        for (const [i, cell] of model.cells.entries()) if (cell.sensitive) expect(withheld.has(i)).toBe(true);
        const ranges = audit(solver, model, withheld, 3);
        expect([...ranges.keys()].toSorted()).toEqual([...withheld].toSorted());
        for (const [i, { least, most }] of ranges) {
          expect(model.cells[i]!.value).toBeGreaterThanOrEqual(least);
          expect(model.cells[i]!.value).toBeLessThanOrEqual(most);
        }
      }),
      runs,
    ));

  it('withholds at most 15% more cells than the fewest possible', { timeout: 240_000 }, () =>
    fc.assert(
      fc.property(tables(4, 4), (counts) => {
        const model = tableModel(counts);
        expect(suppress(solver, model, 3).size).toBeLessThanOrEqual(1.15 * fewestWithheld(solver, model, 3));
      }),
      runs,
    ),
  );

  it('never shows what an earlier release withheld', () =>
    fc.assert(
      fc.property(tables(4, 4), fc.nat(), (counts, nth) => {
        const model = tableModel(counts);
        const positive = model.cells.filter((c) => c.value > 0);
        fc.pre(positive.length > 0);
        const pinned = positive[nth % positive.length]!;
        pinned.earlier = 'withheld';
        expect(suppress(solver, model, 3).has(model.cells.indexOf(pinned))).toBe(true);
      }),
      runs,
    ));
});

describe('the audit', () => {
  const model = tableModel([
    [3, 20, 31],
    [30, 44, 52],
    [61, 70, 85],
  ]);
  const places = (ids: string[]) => new Set(ids.map((id) => model.cells.findIndex((c) => c.id === id)));

  it('refuses a pattern without secondary suppression', () => {
    expect(() => audit(solver, model, places(['0,0']), 3)).toThrow('1 withheld counts could be worked out');
  });

  it('refuses two in one line that a column tells', () => {
    expect(() => audit(solver, model, places(['0,0', '0,1']), 3)).toThrow('2 withheld counts');
  });

  it('refuses what keeps only two values', () => {
    const small = tableModel(
      [
        [1, 2],
        [2, 1],
      ],
      0,
    );
    const all = new Set([0, 1, 3, 4]);
    expect(() => audit(solver, small, all, 3)).toThrow('4 withheld counts');
    expect(audit(solver, small, all, 2).get(0)).toEqual({ least: 1, most: 2 });
  });

  it('refuses figures that contradict each other', () => {
    const broken = tableModel([
      [3, 20],
      [30, 44],
    ]);
    broken.cells[0]!.value = 4;
    expect(() => audit(solver, broken, new Set(), 3)).toThrow('contradict each other');
  });

  it('refuses when the solver has no answer', () => {
    expect(() => audit(() => null, model, places(['0,0', '0,1', '1,0', '1,1']), 3)).toThrow('4 withheld counts');
  });

  it('believes no answer that does not add up', () => {
    const wild: Solver = ({ columns }) => columns.map(() => 1000);
    expect(() => audit(wild, model, places(['0,0', '0,1', '1,0', '1,1']), 3)).toThrow('4 withheld counts');
  });
});
