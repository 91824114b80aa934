import { z } from '@hono/zod-openapi';
import { count, isoDate, ofSnapshot } from './parts.ts';
import { Signal } from './trend.ts';

export const UnusualParts = z
  .object({
    ...ofSnapshot,
    parts: z.array(
      z.object({
        kpi: z.string(),
        by: z
          .object({ id: z.string(), title: z.string() })
          .openapi({ description: 'The first split that the KPI lists' }),
        judged: count.openapi({
          description: 'How many parts could be judged; the more are looked at, the more stand out by chance',
        }),
        unusual: z.array(
          z.object({
            value: z.string(),
            since: isoDate.openapi({ description: 'Since when its months are unusual in the same sense' }),
            signal: Signal,
          }),
        ),
      }),
    ),
  })
  .openapi('UnusualParts');
