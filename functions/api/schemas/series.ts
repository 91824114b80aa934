import { z } from '@hono/zod-openapi';
import { isoDate, marked, ofSnapshot } from './parts.ts';

export const Status = z.enum(['final', 'provisional', 'incomplete', 'withheld']).openapi('Status');

export const Grain = z.enum(['month', 'quarter', 'year', 'rolling12', 'all']).openapi('Grain');

export const SeriesRow = z
  .object({
    period: z.string().openapi({ example: '2024-25 Q3' }),
    from: isoDate,
    to: isoDate,
    split: z.record(z.string(), z.string()).openapi({ example: { town: 'Hanley' } }),
    numerator: z.number(),
    denominator: z.number().nullable(),
    value: z.number().nullable(),
    status: Status,
    ...marked,
  })
  .openapi('SeriesRow');

/** What an answer about one KPI over time begins with: what was asked. */
export const askedOf = {
  kpi: z.string(),
  ...ofSnapshot,
  grain: Grain,
  by: z.array(z.string()),
  where: z.record(z.string(), z.array(z.string())),
};

export const Series = z
  .object({
    ...askedOf,
    rows: z.array(SeriesRow),
  })
  .openapi('Series');
