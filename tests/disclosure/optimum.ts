// The fewest cells that protect a small table, found exactly: a covering programme that is told, time after time, which cells a
// pattern that fails would have needed one of.
import type { Model } from '../../etl/disclosure/model.ts';
import type { Solver } from '../../etl/disclosure/solver.ts';

/** Only for tables in which all cells are shown. */
export function fewestWithheld(solver: Solver, model: Model, values: number): number {
  const { cells } = model;
  const cuts: { target: number; oneOf: number[] }[] = [];
  for (;;) {
    const columns = cells.map((c) => ({ cost: 1, lower: c.sensitive ? 1 : 0, upper: c.value === 0 ? 0 : 1 }));
    const rows = cuts.map(({ target, oneOf }) => ({
      terms: [...oneOf.map((i) => [i, 1] as [number, number]), [target, -1] as [number, number]],
      lower: 0,
      upper: Infinity,
    }));
    const pattern = solver({ columns, rows, whole: true });
    if (!pattern) throw new Error('no pattern protects this table');
    const withheld = new Set(cells.flatMap((_, i) => (pattern[i]! > 0.5 ? [i] : [])));
    const bare = [...withheld].filter((i) => !isWide(solver, model, withheld, i, values));
    if (bare.length === 0) return withheld.size;
    for (const target of bare) cuts.push({ target, oneOf: neededOneOf(solver, model, withheld, target, values) });
  }
}

/** As many cells as can be withheld without helping the target; it needs one of the others. */
function neededOneOf(solver: Solver, model: Model, withheld: Set<number>, target: number, values: number): number[] {
  const useless = new Set(withheld);
  const needed: number[] = [];
  for (const [i, cell] of model.cells.entries()) {
    if (useless.has(i) || cell.value === 0) continue;
    useless.add(i);
    if (!isWide(solver, model, useless, target, values)) continue;
    useless.delete(i);
    needed.push(i);
  }
  return needed;
}

function isWide(solver: Solver, model: Model, withheld: Set<number>, target: number, values: number): boolean {
  const columns = (sense: number) =>
    model.cells.map((c, i) => ({
      cost: i === target ? sense : 0,
      lower: withheld.has(i) ? c.least : c.value,
      upper: withheld.has(i) ? 10_000 : c.value,
    }));
  const rows = model.relations.map(({ terms, least, most }) => ({
    terms,
    lower: least ?? -Infinity,
    upper: most ?? Infinity,
  }));
  const [low, high] = [1, -1].map((sense) => solver({ columns: columns(sense), rows, whole: true })![target]!);
  return Math.round(high!) - Math.round(low!) + 1 >= values;
}
