// What is published beyond the partnership, as the API answers it.
import { z } from '@hono/zod-openapi';
import { AUDIENCES } from '../../../etl/disclosure/policy.ts';
import { WITHHELD } from '../../../etl/disclosure/release.ts';

/** A number, or that it is withheld: because it is small, or because it would tell of one that is. */
const Shown = z.union([z.number(), z.literal(WITHHELD)]);
const ShownOrNone = z.union([z.number(), z.literal(WITHHELD), z.null()]);

export const Release = z
  .object({
    audience: z.enum(AUDIENCES),
    snapshot: z.number().int(),
    built_at: z.iso.datetime(),
    rules: z.object({
      withhold: z.object({ from: z.number().int(), to: z.number().int() }),
      dominance: z.object({ over: z.number(), group_under: z.number().int() }),
      possible_values: z.number().int(),
    }),
    tables: z.array(
      z.object({
        kpi: z.string(),
        title: z.string(),
        unit: z.string(),
        measure: z.enum(['count', 'children', 'rate', 'share-within', 'stock', 'mean', 'median']),
        better: z.enum(['lower', 'higher', 'neither']),
        definition: z.string(),
        grain: z.enum(['month', 'quarter', 'year']),
        by: z.string().nullable(),
        rows: z.array(
          z.object({
            period: z.string(),
            from: z.iso.date(),
            to: z.iso.date(),
            split: z.record(z.string(), z.string()),
            numerator: Shown,
            denominator: ShownOrNone,
            value: ShownOrNone,
            status: z.enum(['final', WITHHELD]),
          }),
        ),
      }),
    ),
  })
  .openapi('Release');

export const Released = z.object({ audience: z.enum(AUDIENCES), snapshot: z.number().int() }).openapi('Released');
