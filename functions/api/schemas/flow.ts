import { z } from '@hono/zod-openapi';
import { count, isoDate, marked, ofSnapshot } from './parts.ts';

export const Flow = z
  .object({
    ...ofSnapshot,
    from: isoDate,
    to: isoDate,
    by: z.string(),
    steps: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        count,
        open: count.openapi({ description: 'Not yet, and it may still come' }),
        ...marked,
      }),
    ),
    waiting: z
      .object({
        on: isoDate,
        week: count,
        month: count,
        longer: count,
        ...marked,
        by: z.array(z.object({ label: z.string(), count, ...marked })),
      })
      .openapi({
        description:
          'Not yet triaged on that day: for up to 7 days, up to 30, longer; and all by what they are told by',
      }),
    flows: z.array(z.object({ from: z.string(), to: z.string(), count, ...marked })),
  })
  .openapi('Flow');
