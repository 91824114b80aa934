// The status vocabulary, the same on every page, in print and in downloads.
import type { Grain } from '../periods.ts';
import type { NoFunnel, NoLimits } from './drawing.ts';
import type { Significance } from './funnel.ts';
import type { Assurance, Variation } from './signal.ts';
import type { SpecialCause } from './special-cause.ts';

export const VARIATION_WORDS: Record<Variation, string> = {
  common_cause: 'No real change',
  improvement_high: 'Better than usual',
  improvement_low: 'Better than usual',
  concern_high: 'Worse than usual',
  concern_low: 'Worse than usual',
  neutral_high: 'Changed (higher)',
  neutral_low: 'Changed (lower)',
};

export const ASSURANCE_WORDS: Record<Assurance, string> = {
  consistent_pass: 'Will meet the target',
  inconsistent: 'May or may not meet the target',
  consistent_fail: 'Will not meet the target',
};

export const RULE_WORDS: Record<Exclude<SpecialCause, 'Common Cause'>, string> = {
  'Above UCL': 'Above the usual range',
  'Below LCL': 'Below the usual range',
  '7 Point Trend (Increasing)': 'One of 7 in a row that rise',
  '7 Point Trend (Decreasing)': 'One of 7 in a row that fall',
  '2 in 3 Above CL': 'One of 2 in 3 close to the upper limit',
  '2 in 3 Below CL': 'One of 2 in 3 close to the lower limit',
  '7 Points Above CL': 'One of 7 in a row above the average',
  '7 Points Below CL': 'One of 7 in a row below the average',
};

const PERIODS: Record<Grain, string> = {
  month: 'months',
  quarter: 'quarters',
  year: 'years',
  rolling12: 'periods',
  all: 'periods',
};

/** What stands where a signal would, and why there is none. */
export function withoutLimits(why: NoLimits, grain: Grain): { words: string; because: string } {
  switch (why) {
    case 'withheld':
      return { words: 'Withheld', because: 'Some figures are withheld, and limits would give them away.' };
    case 'stock':
      return {
        words: 'Not judged',
        because:
          'Most of those counted at one date are counted at the next, so ordinary drift would look like a change.',
      };
    case 'rolling':
    case 'year-to-date':
      return {
        words: 'Not judged',
        because: 'Figures that share months move together: ask for separate months or quarters to see what is unusual.',
      };
    case 'rare':
      return {
        words: 'Too small to say',
        because: 'Too few of them happen in a period: look at longer periods, or at the time between events.',
      };
    case 'other chart':
      return { words: 'Not judged', because: 'Its definition asks for a chart without limits.' };
    case 'too few':
      return {
        words: `Too few ${PERIODS[grain]} to say`,
        because: 'Limits need 13 final figures since they last began anew.',
      };
    case 'constant':
      return { words: 'Always the same', because: 'A figure that never changes has no usual range.' };
    case 'collapsed':
      return { words: 'Too small to say', because: 'Nearly all figures are the same, which leaves no usual range.' };
  }
}

/** How a place stands to the rest. Of 20 places that are all alike, one lies beyond the limits of two by chance: only those of three are news. */
export const FUNNEL_WORDS: Record<Significance, string> = {
  'High (0.001)': 'Higher than the rest',
  'High (0.025)': 'May be higher than the rest',
  'Not significant': 'No different from the rest',
  'Low (0.025)': 'May be lower than the rest',
  'Low (0.001)': 'Lower than the rest',
};

/** Why nothing is compared. */
export const withoutFunnel = (why: NoFunnel): string =>
  ({
    'no share': 'Only shares can be compared: how many could have been counted is not known here.',
    withheld: 'Some figures are withheld, and limits would give them away.',
    'few places': 'Fewer than three are large enough to be compared.',
  })[why];
