// What the shapes of several subjects are made of.
import { z } from '@hono/zod-openapi';

/** A day, as every answer writes it. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .openapi({ example: '2025-03-31' });

/** Both days belong to it. */
export const DateRange = z.object({ from: isoDate, to: isoDate }).openapi('DateRange');

/** How many there are of something. */
export const count = z.number().int();

/** On what holds a count of 1 to 5. */
export const marked = {
  sensitive: z
    .literal(true)
    .optional()
    .openapi({ description: 'There where it holds a small number, which may tell who is meant: not for passing on' }),
};

/** What every answer that comes from a snapshot begins with. */
export const ofSnapshot = { snapshot: count.openapi({ description: 'The snapshot that it was answered from' }) };

/** Confidence limits, or limits of a chart; in the unit of the value. */
export const Interval = z.object({ lower: z.number(), upper: z.number() }).openapi('Interval');

/** What any word about the parts of a KPI begins with. */
export const ofParts = {
  kpi: z.string(),
  by: z.object({ id: z.string(), title: z.string() }).openapi({ description: 'The first split that the KPI lists' }),
  judged: count.openapi({
    description: 'How many parts could be judged; the more are looked at, the more stand out by chance',
  }),
};
