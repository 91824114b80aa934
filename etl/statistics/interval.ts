import { gammaQuantile } from './gamma.ts';

/** Where the underlying value lies with some confidence. These data hold every case, so an interval tells of the risk behind them. */
export interface Interval {
  lower: number;
  upper: number;
}

/** How often such intervals hold the underlying value; 95% unless told. */
export type Confidence = number;
export const USUAL: Confidence = 0.95;

/** The normal deviate of a confidence: 1.96 for 95%. The square of a normal variable is a gamma variable of shape a half, doubled. */
export const deviate = (confidence: Confidence): number => Math.sqrt(2 * gammaQuantile(confidence, 0.5));

/** An interval times a number. */
export const times = ({ lower, upper }: Interval, factor: number): Interval => ({
  lower: lower * factor,
  upper: upper * factor,
});
