import { z } from '@hono/zod-openapi';
import { count } from './parts.ts';

export const Quality = z
  .object({
    extracts: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        submissions: count,
        rows: count,
        accepted: count,
        rejected: count,
        repeated: count,
        warned: count,
        refused_files: count,
      }),
    ),
    rules: z.array(
      z.object({
        extract: z.string(),
        rule: z.string(),
        column: z.string().nullable(),
        severity: z.enum(['refuse', 'reject', 'warn']),
        rows: count,
        submissions: count,
        advice: z.string(),
      }),
    ),
    links: z.array(
      z.object({
        agency: z.string(),
        agency_title: z.string(),
        children: count,
        linked: count.openapi({ description: 'Children also known to another agency' }),
      }),
    ),
    link_methods: z.array(z.object({ method: z.string(), links: count })),
  })
  .openapi('Quality');
