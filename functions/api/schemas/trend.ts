import { z } from '@hono/zod-openapi';
import { count, DateRange, Interval, isoDate } from './parts.ts';
import { askedOf, SeriesRow } from './series.ts';

export const Signal = z
  .object({
    period: z.string().nullable().openapi({ description: 'The period that it speaks of: the last final one' }),
    variation: z
      .enum([
        'common_cause',
        'improvement_high',
        'improvement_low',
        'concern_high',
        'concern_low',
        'neutral_high',
        'neutral_low',
      ])
      .nullable(),
    words: z.string().openapi({ example: 'Worse than usual' }),
    assurance: z.enum(['consistent_pass', 'inconsistent', 'consistent_fail']).nullable(),
    target_words: z.string().nullable().openapi({ example: 'May or may not meet the target' }),
    because: z.string().nullable().openapi({ description: 'Why there is no signal' }),
  })
  .openapi('Signal');

export const Target = z
  .object({
    from: isoDate,
    to: isoDate.nullable().optional(),
    value: z.number(),
    owner: z.string(),
    source: z.string(),
  })
  .openapi('Target');

const Baseline = z
  .object({
    from: isoDate,
    to: isoDate,
    points: count,
    rebase: z
      .object({ from: isoDate, reason: z.string(), decided_by: z.string(), decided_on: isoDate })
      .nullable()
      .openapi({ description: 'The decision by which it began; null for the first' }),
    limits: z
      .object({
        mean: z.number(),
        ...Interval.shape,
        drawn: Interval.extend({ trimmed_at: z.array(z.number()) }).openapi({
          description: 'As drawn and tabulated: within what a value can be',
        }),
      })
      .nullable(),
    why: z
      .enum(['withheld', 'stock', 'rolling', 'year-to-date', 'rare', 'other chart', 'too few', 'constant', 'collapsed'])
      .nullable()
      .openapi({ description: 'Why there are no limits' }),
  })
  .openapi('Baseline');

export const TrendPoint = SeriesRow.extend({
  interval: Interval.nullable(),
  baseline: count.nullable().openapi({ description: 'Which of the baselines it was judged by' }),
  year_before: SeriesRow.omit({ split: true })
    .nullable()
    .openapi({ description: 'The same period of the year before, within the window or not' }),
  unusual: z.object({ sense: z.enum(['better', 'worse', 'higher', 'lower']), words: z.string() }).nullable(),
}).openapi('TrendPoint');

export const SplitTrend = z
  .object({
    split: z.record(z.string(), z.string()),
    points: z.array(TrendPoint),
    baselines: z.array(Baseline),
    signal: Signal,
    since: z
      .object({ period: z.string(), ...DateRange.shape })
      .nullable()
      .openapi({ description: 'The first of the periods on end that are unusual in the sense of the last final one' }),
    target: Target.nullable().openapi({ description: 'The one that held at the last final period' }),
    marks: z.array(
      z.object({
        number: count,
        kind: z.enum(['event', 'rebase', 'target']),
        on: isoDate,
        period: z.string().nullable(),
        title: z.string(),
        owner: z.string(),
      }),
    ),
    gaps: z.array(DateRange),
    screened: z.boolean(),
  })
  .openapi('SplitTrend');

export const Trend = z
  .object({
    ...askedOf,
    trends: z.array(SplitTrend).openapi({ description: 'One, or one for each value of the split' }),
  })
  .openapi('Trend');
