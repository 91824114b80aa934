// Arithmetic without rounding. A run is broken by a point that is exactly on the mean, and the mean of twelve values of 0.1 is not
// 0.1 in floating point: so points, means and limits are compared as whole numbers of one small unit.

/** A number as whole number over whole number; `under` is above nought. */
export interface Fraction {
  over: bigint;
  under: bigint;
}

const magnitude = (n: bigint) => (n < 0n ? -n : n);
const commonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : commonDivisor(b, a % b));

/** The decimal number that a person reads where the program has its nearest double: 0.1 is one tenth. @throws RangeError when it is not finite */
export function decimal(n: number): Fraction {
  const [, sign, whole, tenths = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(n)) ?? [];
  if (whole === undefined) throw new RangeError('Expected a finite number.');
  const digits = BigInt(`${sign}${whole}${tenths}`);
  const places = tenths.length - Number(power);
  return places > 0
    ? { over: digits, under: 10n ** BigInt(places) }
    : { over: digits * 10n ** BigInt(-places), under: 1n };
}

/** `multiplier` times numerator by denominator. @throws RangeError unless the denominator is above nought */
export function ratio(numerator: number, denominator: number, multiplier: number): Fraction {
  const [n, d, m] = [decimal(numerator), decimal(denominator), decimal(multiplier)];
  if (d.over <= 0n) throw new RangeError('Expected a denominator above nought.');
  return { over: n.over * m.over * d.under, under: n.under * m.under * d.over };
}

/** All fractions as whole numbers of one unit, of which there are `per` in 1. */
export function inCommonUnits(fractions: readonly Fraction[]): { units: bigint[]; per: bigint } {
  const lowest = fractions.map(({ over, under }) => {
    const divisor = commonDivisor(magnitude(over), under);
    return { over: over / divisor, under: under / divisor };
  });
  const per = lowest.reduce((all, { under }) => (all / commonDivisor(all, under)) * under, 1n);
  return { units: lowest.map(({ over, under }) => over * (per / under)), per };
}

export const total = (units: readonly bigint[]): bigint => units.reduce((sum, n) => sum + n, 0n);

const bits = (n: bigint) => magnitude(n).toString(16).length * 4;

/** The double nearest to a quotient of whole numbers of any length, to the last place but one. */
export function quotient(over: bigint, under: bigint): number {
  const shift = Math.max(0, 68 + bits(under) - bits(over));
  return Number((over << BigInt(shift)) / under) / 2 ** shift;
}
