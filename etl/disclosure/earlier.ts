import type { Cell, Model, Relation } from './model.ts';

/** What is kept of a release beside what is shown: its counts with what became of them, and all that holds between them. Never served. */
export interface Working extends Model {
  /** The number of the release's snapshot. */
  snapshot: number;
  /** What each KPI counted; releases of before do not say. */
  counted?: Record<string, string>;
}

/**
 * A model that also holds all that earlier releases said. What was published stays published, what was withheld stays withheld, and a
 * count that changed since is two counts: a reader may have both releases.
 */
export function joined(model: Model, before: Working | undefined): Model {
  if (!before) return model;
  const now = new Map(model.cells.map((cell) => [cell.id, cell]));
  const old = before.cells.map((cell) => (sameIn(now, cell) ? cell : { ...cell, id: renamed(cell, now, before) }));
  const fates = new Map(before.cells.map((cell) => [cell.id, cell]));
  const cells = new Map(old.map((cell) => [cell.id, cell]));
  for (const cell of model.cells) cells.set(cell.id, { ...cell, ...fated(cell, fates.get(cell.id)) });

  const place = new Map([...cells.keys()].map((id, i) => [id, i]));
  const placed = (relations: Relation[], from: Cell[]) =>
    relations.map((r) => ({
      ...r,
      terms: r.terms.map(([cell, times]) => [place.get(from[cell]!.id)!, times] as [number, number]),
    }));
  const all = [...placed(before.relations, old), ...placed(model.relations, model.cells)];
  return { cells: [...cells.values()], relations: [...new Map(all.map((r) => [JSON.stringify(r), r])).values()] };
}

const sameIn = (now: Map<string, Cell>, { id, value }: Cell) => now.get(id)?.value === value;

/** A count of another release than this one keeps a name of its own; one that is no longer in any table keeps its name. */
const renamed = ({ id }: Cell, now: Map<string, Cell>, { snapshot }: Working) =>
  now.has(id) ? `${id}@${snapshot}` : id;

/** A count that is withheld for having been withheld may by now be nought. */
function fated(cell: Cell, before: Cell | undefined): Pick<Cell, 'earlier' | 'least'> {
  const same = before?.value === cell.value;
  if (!before || !cell.shown) return { least: cell.least };
  if (before.earlier === 'withheld') return { earlier: 'withheld', least: same ? before.least : 0 };
  return same ? { earlier: 'published', least: cell.least } : { least: cell.least };
}
