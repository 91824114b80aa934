import { z } from '@hono/zod-openapi';
import { count, isoDate, ofSnapshot } from './parts.ts';

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
      }),
    ),
    flows: z.array(z.object({ from: z.string(), to: z.string(), count })),
  })
  .openapi('Flow');
