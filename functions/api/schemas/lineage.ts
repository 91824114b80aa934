import { z } from '@hono/zod-openapi';
import { count } from './parts.ts';

export const Lineage = z
  .object({
    tables: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        grain: z.string().nullable(),
        rows: count,
        reads: z
          .array(z.string())
          .nullable()
          .openapi({ description: 'Null where its query was changed since this snapshot' }),
        extract: z.string().nullable(),
      }),
    ),
    extracts: z.array(z.object({ id: z.string(), title: z.string(), agency_title: z.string(), submissions: count })),
  })
  .openapi('Lineage');
