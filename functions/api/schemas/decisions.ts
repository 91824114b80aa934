import { z } from '@hono/zod-openapi';
import { entry } from '../../../etl/decisions/kinds.ts';
import { count } from './parts.ts';

export const Kept = z.object({ number: count, kept_at: z.iso.datetime(), ...entry.shape }).openapi('Kept');

export const Listed = Kept.extend({
  holds: z.boolean().openapi({ description: 'False once it was corrected or withdrawn' }),
}).openapi('Listed');
