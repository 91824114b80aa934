/**
 * Where a function passes a level, by Brent's method (Algorithms for Minimization without Derivatives, 1973, chapter 4).
 * @param f passes the level between `low` and `high`
 * @param tolerance how near is near enough; without one, to the last place but one
 */
export function crossing(f: (x: number) => number, level: number, low: number, high: number, tolerance = 0): number {
  const at = (x: number) => ({ x, y: f(x) - level });
  // `best` and `other` have the root between them; `before` is the best of the step before.
  let [before, best] = [at(low), at(high)];
  let other = before;
  while (best.y !== 0) {
    const stride = best.x - before.x;
    if (Math.abs(other.y) < Math.abs(best.y)) [before, best, other] = [best, other, best];
    const least = 2 * Number.EPSILON * Math.abs(best.x) + tolerance / 2;
    const half = (other.x - best.x) / 2;
    if (Math.abs(half) <= least) break;
    const step = guess(before, best, other, stride, least) ?? half;
    before = best;
    best = at(best.x + (Math.abs(step) < least ? least * Math.sign(step) : step));
    if (best.y > 0 === other.y > 0) other = before;
  }
  return best.x;
}

type At = { x: number; y: number };

/** The step to where a line, or a parabola on its side, through the points so far meets the level; undefined where halving is safer. */
function guess(before: At, best: At, other: At, stride: number, least: number): number | undefined {
  if (Math.abs(stride) < least || Math.abs(before.y) <= Math.abs(best.y)) return undefined;
  const gap = other.x - best.x;
  const fall = best.y / before.y;
  let [p, q] = [gap * fall, 1 - fall];
  if (before.x !== other.x) {
    const [ratio, slope] = [before.y / other.y, best.y / other.y];
    p = fall * (gap * ratio * (ratio - slope) - (best.x - before.x) * (slope - 1));
    q = (ratio - 1) * (slope - 1) * (fall - 1);
  }
  if (p > 0) q = -q;
  else p = -p;
  return p < 0.75 * gap * q - Math.abs(least * q) / 2 && p < Math.abs((stride * q) / 2) ? p / q : undefined;
}
