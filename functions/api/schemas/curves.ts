import { z } from '@hono/zod-openapi';
import { count, isoDate, marked, ofSnapshot } from './parts.ts';

export const Curve = z
  .object({
    ...ofSnapshot,
    id: z.string(),
    title: z.string(),
    again: z.string(),
    offered: z.array(z.object({ id: z.string(), title: z.string() })),
    left_out: z.array(z.string()).openapi({ description: 'Age bands that are left out' }),
    followed_to: isoDate.nullable(),
    cohorts: z.array(
      z.object({
        cohort: z.string().openapi({ example: '2024-25' }),
        starts: count,
        repeats: count,
        ...marked,
        complete: z.boolean().openapi({ description: 'Whether all of its starts could be followed for a year' }),
        steps: z.array(z.object({ day: count, value: z.number(), at_risk: count, ...marked })),
        at: z
          .array(
            z.object({
              day: count,
              at_risk: count,
              value: z.number().nullable(),
              lower: z.number().nullable(),
              upper: z.number().nullable(),
              ...marked,
            }),
          )
          .openapi({ description: 'No value where fewer than 10 are still followed' }),
        median: z.number().nullable().openapi({ description: 'Days until half have repeated' }),
      }),
    ),
  })
  .openapi('Curve');
