import { z } from '@hono/zod-openapi';
import { PARTS_OF } from '../../../etl/query/cell.ts';
import { marked, ofSnapshot } from './parts.ts';
import { Grain } from './series.ts';

/** Why somebody may ask. Words of their own could not be counted, and might say who a child is. */
export const PURPOSES = [
  'direct safeguarding of a child',
  'audit of practice',
  'quality of our own records',
  'answer to an inspection',
] as const;

const NHS_LIKE = /\d{3}[ -]?\d{3}[ -]?\d{4}/;

/** Which list is asked for, and why. */
export const ListAsked = z
  .strictObject({
    kpi: z.string(),
    grain: Grain.default('month'),
    period: z.string().max(40).openapi({ description: 'As a series tells it', example: '2024-25 Q3' }),
    where: z.record(z.string(), z.array(z.string()).min(1)).default({}),
    of: z
      .enum(PARTS_OF)
      .default('all')
      .openapi({ description: 'Of a share: those that are counted, those that are not, or all' }),
    purpose: z.enum(PURPOSES),
    case_ref: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9][A-Za-z0-9 /._-]{0,39}$/, 'Expected a reference of up to 40 letters, figures and . / _ -')
      .refine(
        (typed) => !NHS_LIKE.test(typed),
        'This looks like an NHS number. Give the reference of an audit or a case.',
      )
      .openapi({ description: 'Under which this is found in the own agency: an audit, a meeting, a case' }),
  })
  .openapi('ListAsked');

export const List = z
  .object({
    ...ofSnapshot,
    kpi: z.string(),
    period: z.string(),
    agency: z.string(),
    references: z.array(z.string()).openapi({ description: "The own agency's, and of nobody else" }),
    others: z.union([z.number().int(), z.literal('a few')]).openapi({
      description: 'Children whom the agency does not know by a reference; a few: 1 to 5',
    }),
    ...marked,
  })
  .openapi('List');
