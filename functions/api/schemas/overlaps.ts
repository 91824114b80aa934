import { z } from '@hono/zod-openapi';
import { count, isoDate, marked, ofSnapshot } from './parts.ts';

export const Overlaps = z
  .object({
    ...ofSnapshot,
    on: isoDate.openapi({ description: 'The day that all lists are of' }),
    days: z.array(isoDate).openapi({ description: 'The days that may be asked for, newest first' }),
    children: count.openapi({ description: 'Children on at least one list' }),
    sets: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        children: count,
        only: count.openapi({ description: 'Children on this list alone' }),
        ...marked,
      }),
    ),
    combinations: z.array(z.object({ sets: z.array(z.string()), children: count, ...marked })),
    left_out: z
      .array(z.object({ id: z.string(), title: z.string(), extract: z.string() }))
      .openapi({ description: 'Lists that files do not cover on that day, or for the months before it' }),
  })
  .openapi('Overlaps');
