import { crossing } from './root.ts';

// Lanczos' approximation with g = 7 and nine terms (Numerical Recipes, 3rd ed., section 6.1): fifteen figures.
const TERMS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The logarithm of the gamma function, for x above nought. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const series = TERMS.reduce((sum, term, i) => sum + term / (x + i), 0.99999999999980993);
  const base = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}

/** The probability that a gamma variable of this shape is at most x: the regularised lower incomplete gamma function, by its series. */
export function gammaProbability(shape: number, x: number): number {
  if (x <= 0) return 0;
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return Math.min(1, sum * Math.exp(shape * Math.log(x) - x - logGamma(shape)));
}

/** The value below which a gamma variable of this shape falls with a probability. Half a chi-squared quantile of twice the shape. */
export function gammaQuantile(probability: number, shape: number): number {
  let high = shape + 1;
  while (gammaProbability(shape, high) < probability) high *= 2;
  return crossing((x) => gammaProbability(shape, x), probability, 0, high);
}
