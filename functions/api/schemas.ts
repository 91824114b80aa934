// The shapes of every API answer, once: they validate, they type the dashboard (import type), and they become the OpenAPI document.
import { z } from '@hono/zod-openapi';

const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .openapi({ example: '2025-03-31' });
const DateRange = z.object({ from: isoDate, to: isoDate }).openapi('DateRange');

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
  })
  .openapi('SeriesRow');

export const Series = z
  .object({
    kpi: z.string(),
    snapshot: z.number().int(),
    grain: Grain,
    by: z.array(z.string()),
    where: z.record(z.string(), z.array(z.string())),
    rows: z.array(SeriesRow),
  })
  .openapi('Series');

export const Kpi = z
  .object({
    id: z.string(),
    title: z.string(),
    question: z.string(),
    priority: z.string(),
    measure: z.enum(['count', 'children', 'rate', 'mean', 'median', 'share-within', 'stock']),
    unit: z.string(),
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
  })
  .openapi('KpiSummary');

export const Snapshot = z
  .object({
    number: z.number().int(),
    built_at: z.iso.datetime(),
    partnership: z.object({
      name: z.string(),
      place: z.string(),
      synthetic: z.boolean().openapi({ description: 'True for the demo partnership: invented children' }),
      priorities: z.array(z.object({ id: z.string(), title: z.string(), question: z.string() })),
    }),
  })
  .openapi('Snapshot');

export const Extract = z
  .object({
    id: z.string(),
    title: z.string(),
    agency: z.string(),
    agency_title: z.string(),
    cadence: z.string().openapi({ example: 'month' }),
    covered: DateRange.nullable(),
    last_received: z.iso.datetime().nullable(),
    due: isoDate.nullable().openapi({ description: 'When the next file is due' }),
    state: z.enum(['up to date', 'late', 'never received']),
    submissions: z.number().int(),
    rows: z.number().int(),
    refused: z.number().int(),
  })
  .openapi('Extract');

export const Reason = z
  .object({
    rule: z.string(),
    column: z.string().nullable(),
    severity: z.enum(['refuse', 'reject', 'warn']),
    rows: z.number().int(),
    advice: z.string(),
    example_rows: z
      .array(z.number().int())
      .openapi({ description: 'Up to ten row numbers; the header is row 1 of a CSV' }),
  })
  .openapi('Reason');

export const Submission = z
  .object({
    id: z.string(),
    extract: z.string().nullable(),
    agency: z.string().nullable(),
    file: z.string(),
    period: z.string().nullable(),
    version: z.number().int().nullable(),
    received_at: z.iso.datetime(),
    outcome: z.enum(['accepted', 'accepted with rejects', 'refused', 'duplicate']),
    rows: z.number().int(),
    accepted: z.number().int(),
    rejected: z.number().int(),
    repeated: z.number().int(),
    warned: z.number().int(),
    reasons: z.array(Reason),
    counts: z.boolean().openapi({
      description: 'True when this submission is in the current snapshot; false when refused or superseded',
    }),
  })
  .openapi('Submission');

export const RejectedRow = z
  .object({ row: z.number().int(), column: z.string().nullable(), rule: z.string(), advice: z.string() })
  .openapi('RejectedRow');

export const SubmissionDetail = Submission.extend({ rejects: z.array(RejectedRow) }).openapi('SubmissionDetail');

export const Quality = z
  .object({
    extracts: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        submissions: z.number().int(),
        rows: z.number().int(),
        accepted: z.number().int(),
        rejected: z.number().int(),
        repeated: z.number().int(),
        warned: z.number().int(),
        refused_files: z.number().int(),
      }),
    ),
    rules: z.array(
      z.object({
        extract: z.string(),
        rule: z.string(),
        column: z.string().nullable(),
        severity: z.enum(['refuse', 'reject', 'warn']),
        rows: z.number().int(),
        submissions: z.number().int(),
        advice: z.string(),
      }),
    ),
    links: z.array(
      z.object({
        agency: z.string(),
        agency_title: z.string(),
        children: z.number().int(),
        linked: z.number().int().openapi({ description: 'Children also known to another agency' }),
      }),
    ),
    link_methods: z.array(z.object({ method: z.string(), links: z.number().int() })),
  })
  .openapi('Quality');

export const Problem = z
  .object({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string() })
  .openapi('Problem', { description: 'RFC 9457 problem details' });
