import { SafeguardingError } from '../errors.ts';
import { fits, type Model } from './model.ts';
import type { Solver } from './solver.ts';

const BOUND = 1e6;

/** The least and the most that a withheld count can be, as far as was asked: never wider than the truth. */
export interface Range {
  least: number;
  most: number;
}

/**
 * Asks, for every withheld count, what it could be given all that is published, by integer programming, and refuses the release
 * when one keeps fewer than `values`. Each world that the solver finds is checked in whole numbers, and says something of all counts in it.
 * It is written apart from the suppression that it judges, and fails closed: no answer is a refusal.
 * @param withheld shown cells that are not published
 * @throws SafeguardingError (refused) when the figures contradict each other, or when a count could be worked out
 */
export function audit(solver: Solver, model: Model, withheld: ReadonlySet<number>, values: number): Map<number, Range> {
  if (!fits(model, new Map()))
    throw new SafeguardingError(
      'refused',
      'The figures of this release contradict each other, so nothing is released.',
    );
  const unknown = (i: number) => withheld.has(i) || !model.cells[i]!.shown;
  const ranges = new Map<number, Range>();
  for (const [i, cell] of model.cells.entries())
    if (withheld.has(i) || (cell.sensitive && !cell.shown && cell.value > 0))
      ranges.set(i, { least: cell.value, most: cell.value });

  const blocks = blocksOf(model, unknown);
  for (const block of blocks)
    for (const cell of block)
      for (const sense of [-1, 1]) {
        const range = ranges.get(cell);
        if (!range || range.most - range.least + 1 >= values) continue;
        const world = furthest(solver, model, block, cell, sense);
        if (world) for (const [i, value] of world) widen(ranges.get(i), value);
      }
  const narrow = [...ranges.values()].filter((r) => r.most - r.least + 1 < values).length;
  if (narrow === 0) return ranges;
  throw new SafeguardingError(
    'refused',
    `${narrow} withheld counts could be worked out to fewer than ${values} values, so nothing is released.`,
  );
}

function widen(range: Range | undefined, value: number): void {
  if (!range) return;
  range.least = Math.min(range.least, value);
  range.most = Math.max(range.most, value);
}

/** Unknown cells that share relations, directly or through others; what is published divides them. */
function blocksOf({ cells, relations }: Model, unknown: (cell: number) => boolean): number[][] {
  const leader = cells.map((_, i) => i);
  const lead = (i: number): number => (leader[i] === i ? i : (leader[i] = lead(leader[i]!)));
  for (const { terms } of relations) {
    const [first, ...others] = terms.map(([cell]) => cell).filter(unknown);
    for (const other of others) leader[lead(other)] = lead(first!);
  }
  const blocks = new Map<number, number[]>();
  for (const i of cells.keys()) if (unknown(i)) blocks.set(lead(i), [...(blocks.get(lead(i)) ?? []), i]);
  return [...blocks.values()];
}

/** The counts of a block where one is least (sense 1) or most (sense -1), or null where the solver finds none that stands the check. */
function furthest(solver: Solver, model: Model, block: number[], target: number, sense: number) {
  const place = new Map(block.map((cell, i) => [cell, i]));
  const columns = block.map((i) => ({ cost: i === target ? sense : 0, lower: model.cells[i]!.least, upper: BOUND }));
  const rows = model.relations.flatMap(({ terms, least, most }) => {
    const own = terms.filter(([cell]) => place.has(cell));
    if (own.length === 0) return [];
    const known = terms.reduce((sum, [i, times]) => (place.has(i) ? sum : sum + times * model.cells[i]!.value), 0);
    return [
      {
        terms: own.map(([cell, times]) => [place.get(cell)!, times] as [number, number]),
        lower: (least ?? -Infinity) - known,
        upper: (most ?? Infinity) - known,
      },
    ];
  });
  const world = solver({ columns, rows, whole: true })?.map(Math.round);
  if (!world || !fits(model, new Map(block.map((i, at) => [i, world[at]! - model.cells[i]!.value])))) return null;
  return block.map((i, at) => [i, world[at]!] as const);
}
