import { z } from '@hono/zod-openapi';
import { count } from './parts.ts';

export const Snapshot = z
  .object({
    number: count,
    built_at: z.iso.datetime(),
    partnership: z.object({
      name: z.string(),
      place: z.string(),
      synthetic: z.boolean().openapi({ description: 'True for the demo partnership: invented children' }),
      accessibility: z
        .object({ contact: z.string(), answers_within: z.string() })
        .nullable()
        .openapi({ description: 'Whom to tell of what somebody cannot use; null where partnership.yaml does not say' }),
      priorities: z.array(z.object({ id: z.string(), title: z.string(), question: z.string() })),
    }),
  })
  .openapi('Snapshot');
