// What disclosure control reasons about: counts of one release, and all that is known to hold between them.

/** One count of a release. Where several tables show the same count it is one cell. */
export interface Cell {
  /** What is counted, over which months, for which value of a split. */
  id: string;
  value: number;
  /** Whether a table of the release would show it. Others, such as the remainder of a share, follow from those that do. */
  shown: boolean;
  /** The least that a reader knows it to be: nought is always shown, so what is withheld is at least 1, and what follows from others at least 0. */
  least: 0 | 1;
  /** Whether the policy itself withholds it, whatever can be worked out. */
  sensitive: boolean;
  /** What an earlier release did with it, which holds for ever. */
  earlier?: 'published' | 'withheld';
}

/** `least` <= the sum of coefficient times cell <= `most`; null where there is no such end. Cells are named by their place. */
export interface Relation {
  terms: [cell: number, coefficient: number][];
  least: number | null;
  most: number | null;
}

export interface Model {
  cells: Cell[];
  relations: Relation[];
}

/** How far the true counts are moved, by cell; a cell that is not named stays. Whoever reads the release cannot tell the result from the truth. */
export type Move = Map<number, number>;

/** Whether the counts still fit all that is known after a move, in whole numbers: no answer of a solver is believed without this. */
export function fits({ cells, relations }: Model, move: Move): boolean {
  for (const [cell, by] of move)
    if (!Number.isInteger(by) || cells[cell]!.value + by < cells[cell]!.least) return false;
  return relations.every(({ terms, least, most }) => {
    const sum = terms.reduce((s, [cell, times]) => s + times * (cells[cell]!.value + (move.get(cell) ?? 0)), 0);
    return sum >= (least ?? -Infinity) && sum <= (most ?? Infinity);
  });
}

/** For each cell, the places of the relations that it is in. */
export function relationsOf({ cells, relations }: Model): number[][] {
  const of: number[][] = cells.map(() => []);
  for (const [place, { terms }] of relations.entries()) for (const [cell] of terms) of[cell]!.push(place);
  return of;
}
