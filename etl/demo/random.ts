/** A source of numbers in [0, 1) that repeats exactly for the same key. */
export type Random = () => number;

/** 32 bits of FNV-1a over the key, started from `basis` so that four words differ. */
function hash(key: string, basis: number): number {
  let h = basis;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** The stream of a key, such as seed, stream name and month. The generator is sfc32 (Chris Doty-Humphrey's PractRand). */
export function random(...key: (string | number)[]): Random {
  const text = key.join('|');
  let a = hash(text, 0x811c9dc5);
  let b = hash(text, 0x9e3779b9);
  let c = hash(text, 0x85ebca6b);
  let d = 1;
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A whole number from 0 to n - 1. */
export const int = (r: Random, n: number): number => Math.floor(r() * n);

/** A whole number from `from` to `to`, both included. */
export const between = (r: Random, from: number, to: number): number => from + Math.floor(r() * (to - from + 1));

export const pick = <T>(r: Random, list: readonly T[]): T => list[Math.floor(r() * list.length)]!;

/** A draw from the normal distribution (Box and Muller). */
export const normal = (r: Random): number => Math.sqrt(-2 * Math.log(1 - r())) * Math.cos(2 * Math.PI * r());

/** One of the values, each as often as its weight says. */
export function weighted<T>(values: readonly (readonly [value: T, weight: number])[]): (r: Random) => T {
  const total = values.reduce((sum, [, weight]) => sum + weight, 0);
  return (r) => {
    let left = r() * total;
    for (const [value, weight] of values) if ((left -= weight) < 0) return value;
    return values[values.length - 1]![0];
  };
}

/** The same list in another order; changes it in place. */
export function shuffle<T>(r: Random, list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = int(r, i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
