import { SafeguardingError } from '../errors.ts';
import type { Model, Move } from './model.ts';
import type { CostOf, Moves } from './moves.ts';

/** A cell that already moves costs next to nothing, so that moves are shared; not nothing, so that none is moved idly. */
const FREE = 0.001;

/** Choices that any order of would do, and some do better for one table than for another. */
export interface Way {
  /** What it costs to withhold a count: about one, so that few are. */
  cost: (value: number) => number;
  /** Which counts are protected first: 1 the largest, -1 the smallest. */
  protect: 1 | -1;
  /** Which are tried first when some are shown again. */
  reveal: 1 | -1;
}

export class Pattern {
  readonly withheld: Set<number>;
  /** Moves of withheld cells alone, each of which is a world that a reader cannot tell from ours. */
  #worlds: Move[] = [];
  readonly #model: Model;
  readonly #far: number;

  constructor(
    readonly moves: Moves,
    values: number,
    readonly way: Way,
  ) {
    this.#model = moves.model;
    this.#far = values - 1;
    this.withheld = new Set(this.#where((c) => c.shown && (c.earlier === 'withheld' || isPrimary(c))));
  }

  /** Withholds until every guarded count has values enough. */
  protect(): void {
    for (let open = this.#open(); open.length > 0; open = this.#open()) {
      const worlds = this.#cheapest(open[0]!, this.#costToWithhold);
      if (!worlds)
        throw new SafeguardingError(
          'refused',
          'A count that must be withheld follows from others that cannot be. Nothing is released: leave out a table, or ask for longer periods.',
        );
      for (const cell of worlds.flatMap((world) => [...world.keys()]))
        if (this.#model.cells[cell]!.shown) this.withheld.add(cell);
      this.#worlds.push(...worlds);
    }
  }

  /** Shows again what is withheld for others that do not need it. */
  reveal(): void {
    const secondary = [...this.withheld].filter(
      (i) => !isPrimary(this.#model.cells[i]!) && !this.#model.cells[i]!.earlier,
    );
    for (const cell of this.#largestFirst(secondary, this.way.reveal)) {
      const before = this.#worlds;
      this.withheld.delete(cell);
      this.#worlds = before.filter((world) => !world.has(cell));
      if (this.#allProved()) continue;
      this.withheld.add(cell);
      this.#worlds = before;
    }
  }

  #allProved(): boolean {
    for (const cell of this.#open()) {
      if (!this.#isOpen(cell)) continue;
      const worlds = this.#cheapest(cell, this.#costAmongHidden);
      if (!worlds) return false;
      this.#worlds.push(...worlds);
    }
    return true;
  }

  /** The cheapest worlds that together give a cell enough values: some above, the rest below. */
  #cheapest(cell: number, costOf: CostOf): Move[] | null {
    let best: { worlds: Move[]; cost: number } | null = null;
    for (let up = this.#far; up >= 0; up--) {
      const worlds = this.#worldsWith(cell, up, costOf);
      if (!worlds) continue;
      const moved = new Set(worlds.flatMap((world) => [...world.keys()]));
      const cost = [...moved].reduce((sum, i) => sum + (costOf(i) ?? 0), 0);
      if (!best || cost < best.cost) best = { worlds, cost };
    }
    return best?.worlds ?? null;
  }

  /** Worlds in which a cell is so much higher, and so much lower as is then still lacking; without those already found. */
  #worldsWith(cell: number, up: number, costOf: CostOf): Move[] | null {
    const seen = this.#seen(cell);
    const down = up - this.#far;
    const worlds: Move[] = [];
    for (const by of [up > seen.up ? up : 0, down < seen.down ? down : 0]) {
      if (by === 0) continue;
      const world = this.moves.cheapest(cell, by, (i) => (worlds.some((w) => w.has(i)) ? FREE : costOf(i)));
      if (!world) return null;
      worlds.push(world);
    }
    return worlds;
  }

  readonly #costToWithhold = (i: number): number | null => {
    const cell = this.#model.cells[i]!;
    if (this.withheld.has(i) || !cell.shown) return FREE;
    return cell.value === 0 || cell.earlier === 'published' ? null : this.way.cost(cell.value);
  };

  readonly #costAmongHidden = (i: number): number | null =>
    this.withheld.has(i) || !this.#model.cells[i]!.shown ? FREE : null;

  /** Guarded counts for which the worlds found so far leave too few values. */
  #open(): number[] {
    const guarded = this.#where((c, i) => this.withheld.has(i) || (c.sensitive && c.value > 0 && !c.shown));
    return this.#largestFirst(
      guarded.filter((i) => this.#isOpen(i)),
      this.way.protect,
    );
  }

  #isOpen(cell: number): boolean {
    const { down, up } = this.#seen(cell);
    return up - down < this.#far;
  }

  /** How far the worlds found so far move a cell. */
  #seen(cell: number): { down: number; up: number } {
    let [down, up] = [0, 0];
    for (const world of this.#worlds) {
      const by = world.get(cell) ?? 0;
      if (by > up) up = by;
      if (by < down) down = by;
    }
    return { down, up };
  }

  #where(test: (cell: Model['cells'][number], i: number) => boolean): number[] {
    return this.#model.cells.flatMap((cell, i) => (test(cell, i) ? [i] : []));
  }

  #largestFirst(cells: number[], s: 1 | -1): number[] {
    return cells.sort((a, b) => s * (this.#model.cells[b]!.value - this.#model.cells[a]!.value) || a - b);
  }
}

/** What is public stays public: an earlier release showed it. */
const isPrimary = (cell: Model['cells'][number]) => cell.sensitive && cell.earlier !== 'published';
