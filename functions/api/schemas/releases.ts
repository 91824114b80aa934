// What is published beyond the partnership, as the API answers it.
import { z } from '@hono/zod-openapi';
import { decision } from '../../../etl/decisions/kinds.ts';
import { AUDIENCES } from '../../../etl/disclosure/policy.ts';
import { WITHHELD } from '../../../etl/disclosure/release.ts';
import { Extract } from './extracts.ts';
import { count, isoDate, ofSnapshot } from './parts.ts';
import { SplitTrend, TrendPoint } from './trend.ts';

/** A number, or that it is withheld: because it is small, or because it would tell of one that is. */
const Shown = z.union([z.number(), z.literal(WITHHELD)]);
const ShownOrNone = z.union([z.number(), z.literal(WITHHELD), z.null()]);

const Row = z
  .object({
    period: z.string(),
    from: isoDate,
    to: isoDate,
    split: z.record(z.string(), z.string()),
    numerator: Shown,
    denominator: ShownOrNone,
    value: ShownOrNone,
    status: z.enum(['final', WITHHELD]),
  })
  .openapi('ReleasedRow');
/** None where nothing final is released of the period. */
const RowOrNone = z.union([Row, z.null()]);

const described = {
  kpi: z.string(),
  title: z.string(),
  unit: z.string(),
  measure: z.enum(['count', 'children', 'rate', 'share-within', 'stock', 'mean', 'median']),
  better: z.enum(['lower', 'higher', 'neither']),
  definition: z.string(),
};

const ofRelease = {
  ...ofSnapshot,
  built_at: z.iso.datetime(),
  rules: z.object({
    withhold: z.object({ from: count, to: count }),
    dominance: z.object({ over: z.number(), group_under: count }),
    possible_values: count,
  }),
};

const GrainReleased = z.enum(['month', 'quarter', 'year']);

export const Release = z
  .object({
    audience: z.enum(AUDIENCES),
    ...ofRelease,
    tables: z.array(z.object({ ...described, grain: GrainReleased, by: z.string().nullable(), rows: z.array(Row) })),
  })
  .openapi('Release');

export const Released = z.object({ audience: z.enum(AUDIENCES), snapshot: count }).openapi('Released');

const { baseline, unusual } = TrendPoint.shape;
const Period = z.object({ period: z.string(), from: isoDate, to: isoDate, grain: GrainReleased }).openapi('PackPeriod');

export const Pack = z
  .object({
    ...ofRelease,
    period: Period,
    periods: z.array(Period).openapi({ description: 'The periods that may be asked for: quarters, years, months' }),
    made_on: z.iso.datetime(),
    measures: z.array(
      z.object({
        ...described,
        sheet: z.enum(['worse', 'chosen']).nullable().openapi({ description: 'Why it has a sheet of its own' }),
        now: RowOrNone,
        year_before: RowOrNone,
        trend: SplitTrend.omit({ split: true }).extend({
          grain: GrainReleased,
          points: z.array(Row.extend({ baseline, unusual })),
        }),
        years: z.array(Row),
        splits: z.array(z.object({ id: z.string(), title: z.string(), rows: z.array(Row) })),
      }),
    ),
    notes: z.object({
      last_met: isoDate.nullable(),
      since: z.array(decision),
      comments: z.array(decision),
      actions: z.array(decision),
    }),
    extracts: z.array(Extract.omit({ rows: true, submissions: true }).extend({ rejected: count })),
  })
  .openapi('Pack');
