import { z } from '@hono/zod-openapi';
import { isoDate, ofParts, ofSnapshot } from './parts.ts';
import { Signal } from './trend.ts';

export const UnusualParts = z
  .object({
    ...ofSnapshot,
    parts: z.array(
      z.object({
        ...ofParts,
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
