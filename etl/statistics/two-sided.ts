/** Probabilities that add up to 1, from logarithms of weights. */
export function normalised(logWeights: readonly number[]): number[] {
  const highest = logWeights.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = logWeights.map((w) => Math.exp(w - highest));
  const all = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / all);
}

/** The probability of all outcomes that are no likelier than the one observed; equal up to rounding counts as equal, as in R's exact tests. */
export function twoSided(logWeights: readonly number[], observed: number): number {
  const chances = normalised(logWeights);
  const atMost = chances[observed]! * (1 + 1e-7);
  return Math.min(
    1,
    chances.filter((chance) => chance <= atMost).reduce((a, b) => a + b, 0),
  );
}
