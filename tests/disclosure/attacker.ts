// Somebody who has all that an audience may fetch, and the definitions, and a solver. Knows nothing of how a release is made.
import type { Release, ReleasedRow } from '../../etl/disclosure/release.ts';
import type { Row, Solver } from '../../etl/disclosure/solver.ts';

/** What the definitions say of each KPI, as the attacker read them. */
export interface Lore {
  /** Counts that are the same wherever the same months and groups are counted: they are when all that is shown of them agrees. */
  same: string[][];
  within: [string, string][];
  /** Different children or things: parts overlap over splits, and, unless each is dated once, over time. */
  overlapping: string[];
  datedOnce: string[];
  balance: { kpi: string; split: string; these: string[]; those: string[] }[];
}

interface Known {
  key: string;
  of: string;
  from: string;
  to: string;
  group: string;
  shown: number | null;
}

export interface Found {
  key: string;
  least: number;
  most: number;
}

/** An average that some papers print with their limits: of so many periods from one day to another. */
export interface Average {
  kpi: string;
  from: string;
  to: string;
  points: number;
  mean: number;
}

const BOUND = 100_000;

/**
 * What can be worked out of each withheld count.
 * @param same whether a count is the same in every release that has it; else each is of its own
 * @param averages what papers of each release print beside it
 */
export function attack(
  solver: Solver,
  releases: Release[],
  lore: Lore,
  same: (key: string) => boolean = () => true,
  averages: Average[][] = [],
): Found[] {
  const world = new World();
  for (const [i, release] of releases.entries())
    world.read(release, lore, (key) => (i === 0 || same(key) ? key : `${key} in release ${i}`), averages[i] ?? []);
  return world.solve(solver);
}

class World {
  readonly #counts = new Map<string, Known>();
  readonly #facts: { terms: [key: string, times: number][]; least: number; most: number }[] = [];

  read(release: Release, lore: Lore, name: (key: string) => string, averages: Average[]): void {
    const counts = new Map<string, Known>();
    const see = (kpi: string, part: string, group: string, row: ReleasedRow, value: number | 'withheld') => {
      const key = [kpi + part, row.from, row.to, group].join('|');
      counts.set(key, {
        key: name(key),
        of: kpi + part,
        from: row.from,
        to: row.to,
        group,
        shown: value === 'withheld' ? null : value,
      });
    };
    for (const { kpi, by, rows, measure } of release.tables)
      for (const row of rows) {
        const group = by === null ? '' : `${by}=${row.split[by]}`;
        if (row.denominator === null) see(kpi, measure === 'stock' ? '#stock' : '', group, row, row.numerator);
        else {
          const stock = measure === 'stock' ? '#stock' : '';
          see(kpi, `/numerator${stock}`, group, row, row.numerator);
          see(kpi, `/denominator${stock}`, group, row, row.denominator);
        }
      }
    for (const known of counts.values()) this.#counts.set(known.key, known);
    this.#relate([...counts.values()], lore);
    for (const average of averages) this.#average([...counts.values()], average);
  }

  /** An average of counts tells their sum; one of shares does where the denominators are shown. */
  #average(all: Known[], { kpi, from, to, points, mean }: Average): void {
    const within = all.filter((k) => k.group === '' && k.from >= from && k.to <= to);
    const of = (part: string) =>
      within.filter((k) => k.of === kpi + part && monthsOf(k) === lengthOf(from, to) / points);
    const [counts, numerators] = [of(''), of('/numerator')];
    const times = (k: Known) => 100 / (of('/denominator').find((d) => d.from === k.from)?.shown ?? NaN);
    const terms =
      counts.length === points
        ? counts.map((k): [string, number] => [k.key, 1])
        : numerators.map((k): [string, number] => [k.key, times(k)]);
    if (terms.length !== points || terms.some(([, t]) => Number.isNaN(t))) return;
    this.#facts.push({ terms, least: mean * points - 1e-6, most: mean * points + 1e-6 });
  }

  #relate(all: Known[], lore: Lore): void {
    const find = (of: string, like: Known, group = like.group) =>
      all.find(
        (k) => k.of.replace('#stock', '') === of && k.from === like.from && k.to === like.to && k.group === group,
      );
    const say = (parts: Known[], whole: Known[], least: number, most: number) =>
      this.#facts.push({
        terms: [...parts.map((k): [string, number] => [k.key, 1]), ...whole.map((k): [string, number] => [k.key, -1])],
        least,
        most,
      });
    const exact = (parts: Known[], whole: Known[]) => say(parts, whole, 0, 0);
    const atMost = (part: Known, whole: Known) => say([part], [whole], -Infinity, 0);

    for (const known of all) {
      const of = known.of.replace('#stock', '');
      const overlaps = lore.overlapping.includes(of);
      if (of.endsWith('/numerator')) atMost(known, find(of.replace('/numerator', '/denominator'), known)!);
      if (known.group === '')
        for (const parts of groupsOf(
          all.filter((k) => k.of === known.of && k.from === known.from && k.to === known.to && k.group),
        )) {
          const total = parts.find((k) => k.group === 'agency=all');
          if (total) exact([total], [known]);
          else if (!overlaps) exact(parts, [known]);
          else {
            say(parts, [known], 0, Infinity);
            for (const part of parts) atMost(part, known);
          }
        }
      const inside = all.filter(
        (k) => k !== known && k.of === known.of && k.group === known.group && k.from >= known.from && k.to <= known.to,
      );
      if (known.of.endsWith('#stock')) {
        const last = inside.find((k) => k.to === known.to);
        if (last) exact([last], [known]);
      } else
        for (const months of [3, 1]) {
          const parts = inside.filter((k) => monthsOf(k) === months);
          const full = parts.length * months === monthsOf(known);
          const adds = !overlaps || lore.datedOnce.includes(of);
          if (parts.length > 0 && adds) say(parts, [known], full ? 0 : -Infinity, 0);
          if (full && !adds) say(parts, [known], 0, Infinity);
          if (!adds) for (const part of parts) atMost(part, known);
        }
      for (const list of lore.same.filter((l) => l.includes(of)))
        for (const other of list.slice(list.indexOf(of) + 1)) {
          const twin = find(other, known);
          const told = twin && known.shown !== null && twin.shown !== null && known.shown !== twin.shown;
          if (twin && !told) exact([known], [twin]);
        }
      for (const [less, more] of lore.within.filter(([a]) => a === of)) {
        const other = find(more, known);
        if (other) atMost(known, other);
        void less;
      }
      for (const { kpi, split, these, those } of lore.balance.filter((b) => b.kpi === of)) {
        const [a, b] = [these, those].map((names) => names.map((n) => find(kpi, known, `${split}=${n}`)!));
        if (known.group === '' && a!.every(Boolean)) exact(a!, b!);
      }
    }
  }

  /** The range of each withheld count, one block of related ones at a time. */
  solve(solver: Solver): Found[] {
    const unknown = [...this.#counts.values()].filter((k) => k.shown === null);
    return unknown.map(({ key }) => {
      const block = this.#block(key);
      const place = new Map(block.map((k, i) => [k, i]));
      const rows = this.#rows(place);
      const ends = [1, -1].map((sense) => {
        const columns = block.map((k) => ({ cost: k === key ? sense : 0, lower: 1, upper: BOUND }));
        const answer = solver({ columns, rows, whole: true });
        if (!answer) throw new Error(`what is published contradicts itself around ${key}`);
        return Math.round(answer[place.get(key)!]!);
      });
      return { key, least: ends[0]!, most: ends[1]! };
    });
  }

  #block(key: string): string[] {
    const block = new Set([key]);
    for (const k of block)
      for (const { terms } of this.#facts) {
        const all = terms.map(([name]) => name);
        if (all.includes(k)) for (const other of all) if (this.#counts.get(other)!.shown === null) block.add(other);
      }
    return [...block];
  }

  #rows(place: Map<string, number>): Row[] {
    return this.#facts
      .filter(({ terms }) => terms.some(([k]) => place.has(k)))
      .map(({ terms, least, most }) => {
        const known = terms.reduce((sum, [k, times]) => sum + times * (this.#counts.get(k)!.shown ?? 0), 0);
        return {
          terms: terms.flatMap(([k, times]) => (place.has(k) ? [[place.get(k)!, times] as [number, number]] : [])),
          lower: least - known,
          upper: most - known,
        };
      });
  }
}

function groupsOf(parts: Known[]): Known[][] {
  const groups = new Map<string, Known[]>();
  for (const part of parts) {
    const split = part.group.split('=')[0]!;
    groups.set(split, [...(groups.get(split) ?? []), part]);
  }
  return [...groups.values()];
}

const monthsOf = ({ from, to }: Known) => lengthOf(from, to);
const lengthOf = (from: string, to: string) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
