import { byar, countInterval } from './count.ts';
import { type Interval, times, USUAL } from './interval.ts';

const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((s, row) => s + of(row), 0);

/** Fewer events than this give no directly standardised rate. */
const FEWEST = 10;

/**
 * A directly standardised rate per so many, with Dobson's interval by Byar's: PHEindicatormethods 2.1.0 (`calculate_dsr`). Null
 * below 10 events. Events must be independent: referrals of brothers and sisters are not.
 * @param bands events and people of each band, and the standard population's people of it
 * @throws RangeError for a band without people
 */
export function directlyStandardised(
  bands: readonly { x: number; n: number; standard: number }[],
  per: number,
  confidence = USUAL,
): ({ value: number } & Interval) | null {
  if (bands.some(({ n }) => !(n > 0))) throw new RangeError('A denominator must be above nought.');
  const events = sum(bands, (b) => b.x);
  if (events < FEWEST) return null;
  const people = sum(bands, (b) => b.standard);
  const value = sum(bands, (b) => (b.standard * b.x) / b.n) / people;
  const variance = sum(bands, (b) => (b.standard / b.n) ** 2 * b.x) / people ** 2;
  const { lower, upper } = byar(events, confidence);
  const scale = Math.sqrt(variance / events);
  const around = { lower: value + scale * (lower - events), upper: value + scale * (upper - events) };
  return { value: value * per, ...times(around, per) };
}

/**
 * An indirectly standardised ratio, observed by expected times so many, with the interval of the observed count:
 * PHEindicatormethods 2.1.0 (`calculate_ISRatio`).
 * @param bands events and people of each band, and the reference's events and people of it
 * @throws RangeError where nothing is expected
 */
export function indirectlyStandardised(
  bands: readonly { x: number; n: number; reference: { x: number; n: number } }[],
  per: number,
  confidence = USUAL,
) {
  const observed = sum(bands, (b) => b.x);
  const expected = sum(bands, (b) => (b.n * b.reference.x) / b.reference.n);
  if (!(expected > 0)) throw new RangeError('Nothing is expected: the reference has no events.');
  return {
    observed,
    expected,
    value: (observed / expected) * per,
    ...times(countInterval(observed, confidence), per / expected),
  };
}
