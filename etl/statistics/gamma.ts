import { crossing } from './root.ts';

export const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
const stirling = (x: number) => (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI;

/** By how much Stirling's approximation falls short of the logarithm of the gamma function (NIST Handbook, 5.11.1): fifteen figures. */
export function stirlingError(x: number): number {
  if (x < 15) return logGamma(x) - stirling(x);
  const y = 1 / (x * x);
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y / 1188)))) / x;
}

/** The logarithm of the gamma function, for x above nought. */
export function logGamma(x: number): number {
  let [at, product] = [x, 1];
  for (; at < 15; at++) product *= at;
  return stirling(at) + stirlingError(at) - Math.log(product);
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
