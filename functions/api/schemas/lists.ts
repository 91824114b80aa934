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

/** A few letters and a number, with the year before it where there is one: too narrow for a name, a date of birth, an NHS number. */
const REFERENCE = /^[A-Z]{1,4}[/-]?(\d{1,7}|\d{2,4}[/-]\d{1,5})$/;
/** More would say of one child of one's own what another agency knows. */
export const MOST_SPLITS = 2;

/** Which list is asked for, and why. */
export const ListAsked = z
  .strictObject({
    kpi: z.string(),
    grain: Grain.default('month'),
    period: z.string().max(40).openapi({ description: 'As a series tells it', example: '2024-25 Q3' }),
    where: z
      .record(z.string(), z.array(z.string()).min(1))
      .default({})
      .refine(
        (where) => Object.keys(where).length <= MOST_SPLITS,
        `A list is of at most ${MOST_SPLITS} filters: more would single a child out. Take one away.`,
      ),
    of: z
      .enum(PARTS_OF)
      .default('all')
      .openapi({ description: 'Of a share: those that are counted, those that are not, or all' }),
    purpose: z.enum(PURPOSES),
    case_ref: z
      .string()
      .trim()
      .toUpperCase()
      .regex(
        REFERENCE,
        'Expected a reference such as QA/2025/7 or AUD-1234567: up to four letters, then up to seven figures. No name, no date of birth, no NHS number.',
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
      description: 'Children whom the agency does not know by a reference, to the nearest five; a few: 1 to 5',
    }),
    ...marked,
  })
  .openapi('List');
