import type { Overlaps } from '../api/shapes.ts';
import { lower } from './letters.ts';
import { counted } from './numbers.ts';
import { shareOf } from './sentences.ts';

const children = (n: number) => counted(n, 'child', 'children');
const and = (words: string[]) =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** A combination in words: "open to MACE and missing 3 times or more". */
export const combinationInWords = (sets: readonly string[], all: Overlaps['sets']): string =>
  and(all.filter(({ id }) => sets.includes(id)).map(({ title }) => lower(title)));

/** Three sentences that say what the table of combinations shows: largest overlap, share on two or more lists, list most by itself. */
export function overlapsInWords({ sets, combinations, children: all }: Overlaps): string[] {
  if (all === 0) return ['No child is on any of these lists.'];
  const several = combinations.filter((one) => one.sets.length > 1);
  const largest = several[0];
  const both = several.reduce((sum, one) => sum + one.children, 0);
  const alone = sets
    .filter((set) => set.children > 0)
    .toSorted((a, b) => b.only / b.children - a.only / a.children)[0]!;
  return [
    largest
      ? `The largest overlap is ${combinationInWords(largest.sets, sets)} and no other list: ${children(largest.children)}.`
      : 'No child is on more than one list.',
    `${children(both)} of ${children(all)} (${shareOf(both, all)}) ${both === 1 ? 'is' : 'are'} on two lists or more.`,
    `The list most by itself is ${lower(alone.title)}: ${shareOf(alone.only, alone.children)} of its children are on no other.`,
  ];
}

/** How many children are on each two of the lists, whatever else they are on; most first. */
export function pairsOf({
  sets,
  combinations,
}: Pick<Overlaps, 'sets' | 'combinations'>): { title: string; children: number }[] {
  const pairs = sets.flatMap((one, i) => sets.slice(i + 1).map((other) => [one, other] as const));
  const both = pairs.map(([one, other]) => ({
    title: `${one.title} and ${lower(other.title)}`,
    children: combinations
      .filter((row) => row.sets.includes(one.id) && row.sets.includes(other.id))
      .reduce((sum, row) => sum + row.children, 0),
  }));
  return both.toSorted((a, b) => b.children - a.children);
}
