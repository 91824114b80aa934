import type { SpecialCause } from './special-cause.ts';

/** Which way is good. */
export type Better = 'higher' | 'lower' | 'neither';

/** What a point says, in the words of NHSRplotthedots. */
export type PointType =
  | 'common_cause'
  | 'special_cause_improvement'
  | 'special_cause_concern'
  | 'special_cause_neutral_high'
  | 'special_cause_neutral_low';

/** The icon of the last point: the high or low of improvement and concern follows from which way is good, not from the point. */
export type Variation =
  | 'common_cause'
  | 'improvement_high'
  | 'improvement_low'
  | 'concern_high'
  | 'concern_low'
  | 'neutral_high'
  | 'neutral_low';

export type Assurance = 'consistent_pass' | 'consistent_fail' | 'inconsistent';

const isHigh = (cause: SpecialCause) => cause.includes('Above') || cause.includes('Increasing');

export function pointType(cause: SpecialCause, better: Better): PointType {
  if (cause === 'Common Cause') return 'common_cause';
  if (better === 'neither') return isHigh(cause) ? 'special_cause_neutral_high' : 'special_cause_neutral_low';
  return isHigh(cause) === (better === 'higher') ? 'special_cause_improvement' : 'special_cause_concern';
}

export function variationOf(last: PointType, better: Better): Variation {
  if (last === 'special_cause_improvement') return better === 'higher' ? 'improvement_high' : 'improvement_low';
  if (last === 'special_cause_concern') return better === 'higher' ? 'concern_low' : 'concern_high';
  if (last === 'special_cause_neutral_high') return 'neutral_high';
  return last === 'special_cause_neutral_low' ? 'neutral_low' : 'common_cause';
}

/** Whether the usual range keeps a target; a target exactly on a limit may be hit or missed. Null where neither way is good. */
export function assuranceOf(target: bigint, limits: { lower: bigint; upper: bigint } | null, better: Better) {
  if (better === 'neither') return null;
  const beyond = !limits ? null : target > limits.upper ? 'lower' : target < limits.lower ? 'higher' : null;
  if (beyond === null) return 'inconsistent';
  return beyond === better ? 'consistent_pass' : 'consistent_fail';
}
