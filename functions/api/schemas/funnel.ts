import { z } from '@hono/zod-openapi';
import { count, Interval, isoDate, marked, ofSnapshot } from './parts.ts';

export const Funnel = z
  .object({
    kpi: z.string(),
    ...ofSnapshot,
    by: z.string(),
    where: z.record(z.string(), z.array(z.string())),
    period: z.object({ period: z.string(), from: isoDate, to: isoDate }).nullable(),
    average: z.number().nullable().openapi({ description: 'Of all that are compared together, in percent' }),
    places: z.array(
      z.object({
        label: z.string(),
        numerator: count,
        denominator: count,
        value: z.number(),
        significance: z.enum(['High (0.001)', 'High (0.025)', 'Not significant', 'Low (0.025)', 'Low (0.001)']),
        words: z.string().openapi({ example: 'Higher than the rest' }),
        two: Interval.openapi({ description: 'Two standard deviations round the average, not trimmed' }),
        three: Interval.openapi({ description: 'Three of them' }),
        ...marked,
      }),
    ),
    left_out: z.array(z.string()).openapi({ description: 'Not known, or of fewer than 10' }),
    why: z.enum(['no share', 'withheld', 'few places']).nullable(),
    because: z.string().nullable().openapi({ description: 'Why nothing is compared' }),
  })
  .openapi('Funnel');
