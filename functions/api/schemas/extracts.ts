import { z } from '@hono/zod-openapi';
import { count, DateRange, isoDate } from './parts.ts';

export const Extract = z
  .object({
    id: z.string(),
    title: z.string(),
    agency: z.string(),
    agency_title: z.string(),
    cadence: z.string().openapi({ example: 'month' }),
    covered: DateRange.nullable(),
    last_received: z.iso.datetime().nullable(),
    due: isoDate.nullable().openapi({ description: 'When the next file is due' }),
    state: z.enum(['up to date', 'late', 'never received']),
    submissions: count,
    rows: count,
    refused: count,
  })
  .openapi('Extract');
