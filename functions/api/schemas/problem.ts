import { z } from '@hono/zod-openapi';
import { count } from './parts.ts';

export const Problem = z
  .object({ type: z.string(), title: z.string(), status: count, detail: z.string() })
  .openapi('Problem', { description: 'RFC 9457 problem details' });
