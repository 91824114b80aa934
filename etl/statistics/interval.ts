import { gammaQuantile } from './gamma.ts';

/** Where the underlying value lies with some confidence. These data hold every case, so an interval tells of the risk behind them. */
export interface Interval {
  lower: number;
  upper: number;
}

/** How often such intervals hold the underlying value; 95% unless told. */
export type Confidence = number;
export const USUAL: Confidence = 0.95;

/** The chance that an interval leaves out on either side: 0.025 for 95%. @throws RangeError unless the confidence is between 0 and 1 */
export function tailOf(confidence: Confidence): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('A confidence lies between 0 and 1.');
  return (1 - confidence) / 2;
}

/**
 * The normal deviate of a confidence: 1.96 for 95%. The square of a normal variable is a gamma variable of shape a half, doubled.
 * @throws RangeError as `tailOf` does
 */
export const deviate = (confidence: Confidence): number =>
  Math.sqrt(2 * gammaQuantile(1 - 2 * tailOf(confidence), 0.5));

/** An interval times a number. */
export const times = ({ lower, upper }: Interval, factor: number): Interval => ({
  lower: lower * factor,
  upper: upper * factor,
});
