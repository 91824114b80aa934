import { type Cell, fits, type Model, type Move, relationsOf } from './model.ts';
import type { Programme, Row, Solver } from './solver.ts';

/** A cell is never moved further than this. It keeps programmes bounded, and makes what is found safer than it need be. */
const FURTHEST = 1000;

/** What a cell costs to move by one, or null where it may not move. */
export type CostOf = (cell: number) => number | null;

/** Looks for moves of the counts that nobody could notice. */
export class Moves {
  readonly #of: number[][];
  readonly #sums: number[];

  constructor(
    readonly solver: Solver,
    readonly model: Model,
  ) {
    this.#of = relationsOf(model);
    this.#sums = model.relations.map(({ terms }) =>
      terms.reduce((sum, [cell, times]) => sum + times * model.cells[cell]!.value, 0),
    );
  }

  /**
   * The cheapest move that changes a cell by at least so much (down where it is negative), or null when there is none.
   * The linear programme is asked first; where it would move parts of a child, the integer programme.
   */
  cheapest(target: number, by: number, costOf: CostOf): Move | null {
    if (by < 0 && this.model.cells[target]!.value + by < this.model.cells[target]!.least) return null;
    const cells = this.#reachable(target, costOf);
    const programme = this.#programme(cells, target, by, costOf);
    for (const whole of [false, true]) {
      const answer = this.solver({ ...programme, whole });
      if (!answer) return null;
      const move = moveFrom(cells, answer);
      if (move && fits(this.model, move)) return move;
    }
    return null;
  }

  /** The cells that can move when one does. */
  #reachable(target: number, costOf: CostOf): number[] {
    const reached = new Set([target]);
    const asked = new Set<number>();
    for (const cell of reached)
      for (const relation of this.#of[cell]!) {
        if (asked.has(relation)) continue;
        asked.add(relation);
        for (const [other] of this.model.relations[relation]!.terms) if (costOf(other) !== null) reached.add(other);
      }
    return [...reached].sort((a, b) => a - b);
  }

  /** Each cell has two columns: how far it goes up, and how far down. */
  #programme(cells: number[], target: number, by: number, costOf: CostOf): Omit<Programme, 'whole'> {
    const place = new Map(cells.map((cell, i) => [cell, i]));
    const columns = cells.flatMap((cell) => {
      const cost = costOf(cell) ?? 0;
      const [up, down] =
        cell === target
          ? bounds(by)
          : [
              [0, FURTHEST],
              [0, room(this.model.cells[cell]!)],
            ];
      return [up!, down!].map(([lower, upper]) => ({ cost, lower: lower!, upper: upper! }));
    });
    const relations = [...new Set(cells.flatMap((cell) => this.#of[cell]!))].sort((a, b) => a - b);
    return { columns, rows: relations.map((relation) => this.#row(relation, place)) };
  }

  #row(relation: number, place: Map<number, number>): Row {
    const { terms, least, most } = this.model.relations[relation]!;
    const sum = this.#sums[relation]!;
    return {
      terms: terms.flatMap(([cell, times]) => {
        const at = place.get(cell);
        return at === undefined ? [] : [[2 * at, times] as [number, number], [2 * at + 1, -times] as [number, number]];
      }),
      lower: least === null ? -Infinity : least - sum,
      upper: most === null ? Infinity : most - sum,
    };
  }
}

const bounds = (by: number) =>
  by > 0
    ? [
        [by, FURTHEST],
        [0, 0],
      ]
    : [
        [0, 0],
        [-by, FURTHEST],
      ];

const room = (cell: Cell) => Math.max(0, Math.min(FURTHEST, cell.value - cell.least));

/** Null where the answer moves parts of a child. */
function moveFrom(cells: number[], answer: number[]): Move | null {
  const move: Move = new Map();
  for (const [i, cell] of cells.entries()) {
    const by = answer[2 * i]! - answer[2 * i + 1]!;
    if (Math.abs(by - Math.round(by)) > 1e-6) return null;
    if (Math.round(by) !== 0) move.set(cell, Math.round(by));
  }
  return move;
}
