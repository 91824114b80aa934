import { z } from '@hono/zod-openapi';
import { DateRange } from './parts.ts';
import { SeriesRow } from './series.ts';
import { Signal, Target } from './trend.ts';

export const Kpi = z
  .object({
    id: z.string(),
    title: z.string(),
    question: z.string(),
    priority: z.string(),
    measure: z.enum(['count', 'children', 'rate', 'mean', 'median', 'share-within', 'stock']),
    unit: z.string(),
    counted_once: z.boolean().openapi({
      description: 'Whether what is counted may stand under several values of a split, and then counts under each',
    }),
    better: z.enum(['lower', 'higher', 'neither']),
    chart: z.enum(['xmr', 'g', 't', 'run', 'none']),
    splits: z.array(z.object({ id: z.string(), title: z.string(), values: z.array(z.string()) })),
    definition: z.string(),
    owner: z.string(),
    catalogue: z.string().nullable(),
    extracts: z.array(z.string()),
    covered: DateRange.nullable(),
    published: z.array(z.object({ period: z.string(), value: z.number(), source: z.string() })),
    sql: z.string(),
  })
  .openapi('Kpi');

export const KpiSummary = Kpi.omit({ sql: true })
  .extend({
    latest: SeriesRow.nullable().openapi({
      description: 'The latest complete month, or position for a stock',
    }),
    year_before: SeriesRow.nullable().openapi({ description: 'The same month of the year before' }),
    spark: z.array(SeriesRow).openapi({ description: 'The latest 24 months, oldest first' }),
    signal: Signal.openapi({ description: 'Of the months; it names the month that it speaks of' }),
    target: Target.nullable().openapi({ description: 'The one that held in that month' }),
  })
  .openapi('KpiSummary');
