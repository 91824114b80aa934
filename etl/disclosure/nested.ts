import { addDays } from '../periods.ts';
import type { Placed } from './cells.ts';

/** Each count of a quarter or year with the longest periods of the same count inside it, and whether these leave no day out. Positions of a stock do not add up. */
export function periodsOf(all: readonly Placed[]): [whole: Placed, parts: Placed[], complete: boolean][] {
  const groups = new Map<string, Placed[]>();
  for (const cell of all) {
    if (cell.header.measure === 'stock' || cell.of.endsWith('/rest')) continue;
    const key = `${cell.of}|${cell.split}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((whole) => {
      const inside = group.filter((c) => c !== whole && c.row.from >= whole.row.from && c.row.to <= whole.row.to);
      const parts = inside.filter(
        (c) => !inside.some((d) => d !== c && d.row.from <= c.row.from && d.row.to >= c.row.to),
      );
      return parts.length === 0 ? [] : [[whole, parts, fills(parts, whole)] as [Placed, Placed[], boolean]];
    }),
  );
}

function fills(parts: Placed[], whole: Placed): boolean {
  let next = whole.row.from;
  for (const { row } of [...parts].sort((a, b) => a.row.from.localeCompare(b.row.from))) {
    if (row.from !== next) return false;
    next = addDays(row.to, 1);
  }
  return next === addDays(whole.row.to, 1);
}
