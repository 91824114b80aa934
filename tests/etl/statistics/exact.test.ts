import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimal, inCommonUnits, quotient, ratio } from '../../../etl/statistics/exact.ts';

const finite = fc.double({ noNaN: true, min: -1e15, max: 1e15 }).map((x) => (Math.abs(x) < 1e-100 ? 0 : x));
const number = ({ over, under }: { over: bigint; under: bigint }) => quotient(over, under);

it('reads a number as the decimal that a person reads', () => {
  expect(decimal(0.1)).toEqual({ over: 1n, under: 10n });
  expect(decimal(-12.75)).toEqual({ over: -1275n, under: 100n });
  expect(decimal(1e21)).toEqual({ over: 10n ** 21n, under: 1n });
  expect(decimal(2.5e-7)).toEqual({ over: 25n, under: 10n ** 8n });
  expect(() => decimal(Number.NaN)).toThrow(RangeError);
  expect(() => decimal(Infinity)).toThrow(RangeError);
});

it('gives every number back as it was', () => {
  fc.assert(
    fc.property(finite, (x) => {
      expect(number(decimal(x))).toBe(x === 0 ? 0 : x);
    }),
  );
});

it('keeps every value in units that all have in common', () => {
  const share = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 }));
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 60 }), (shares) => {
      const { units, per } = inCommonUnits(shares.map(([x, n]) => ratio(x, n, 100)));
      shares.forEach(([x, n], i) => expect(units[i]! * BigInt(n)).toBe(100n * BigInt(x) * per));
    }),
  );
});

it('divides numbers of any length to the last place', () => {
  expect(quotient(10n ** 400n, 3n * 10n ** 400n)).toBeCloseTo(1 / 3, 15);
  expect(quotient(-(2n ** 80n), 2n ** 79n)).toBe(-2);
  expect(quotient(0n, 7n)).toBe(0);
});

it('refuses to divide by nought', () => {
  expect(() => ratio(1, 0, 100)).toThrow(RangeError);
});
