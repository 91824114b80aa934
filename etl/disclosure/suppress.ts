import type { Model } from './model.ts';
import { Moves } from './moves.ts';
import { Pattern, type Way } from './pattern.ts';
import type { Solver } from './solver.ts';

/** Tables of so few counts are protected in every way, and the best is taken; a release of thousands in the first, which is within a few cells of it. */
const SMALL = 100;

const COSTS: Way['cost'][] = [
  (value) => 1 + Math.log2(1 + value) / 20,
  (value) => Math.log2(1 + value),
  (value) => 1 + 1 / (1 + value),
  (value) => 1 + 10 / (1 + value),
];
const WAYS: Way[] = COSTS.flatMap((cost) =>
  ([1, -1] as const).flatMap((protect) => ([1, -1] as const).map((reveal) => ({ cost, protect, reveal }))),
);

/**
 * Which shown cells to withhold so that every withheld or sensitive count keeps at least `values` possible values. For each
 * count that lacks them, the cheapest move that nobody could notice is looked for, and all it moves is withheld (after Kelly, Golden
 * and Assad 1992, and Castro); then what turned out not to be needed is shown again. The same model gives the same answer.
 * @throws SafeguardingError (refused) where no pattern protects a count: it follows from what was published already, or from noughts
 */
export function suppress(solver: Solver, model: Model, values: number): Set<number> {
  const moves = new Moves(solver, model);
  const ways = model.cells.length <= SMALL ? WAYS : WAYS.slice(0, 1);
  const found = ways.map((way) => {
    const pattern = new Pattern(moves, values, way);
    pattern.protect();
    pattern.reveal();
    return pattern.withheld;
  });
  return found.reduce((best, next) => (next.size < best.size ? next : best));
}
