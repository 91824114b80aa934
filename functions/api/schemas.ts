// The shapes of every API answer, once: they validate, they type the dashboard (import type), and they become the OpenAPI document.
import { z } from '@hono/zod-openapi';
import { entry } from '../../etl/decisions/kinds.ts';

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

const Interval = z.object({ lower: z.number(), upper: z.number() }).openapi('Interval');

export const Signal = z
  .object({
    period: z.string().nullable().openapi({ description: 'The period that it speaks of: the last final one' }),
    variation: z
      .enum([
        'common_cause',
        'improvement_high',
        'improvement_low',
        'concern_high',
        'concern_low',
        'neutral_high',
        'neutral_low',
      ])
      .nullable(),
    words: z.string().openapi({ example: 'Worse than usual' }),
    assurance: z.enum(['consistent_pass', 'inconsistent', 'consistent_fail']).nullable(),
    target_words: z.string().nullable().openapi({ example: 'May or may not meet the target' }),
    because: z.string().nullable().openapi({ description: 'Why there is no signal' }),
  })
  .openapi('Signal');

export const Target = z
  .object({
    from: isoDate,
    to: isoDate.nullable().optional(),
    value: z.number(),
    owner: z.string(),
    source: z.string(),
  })
  .openapi('Target');

const Baseline = z
  .object({
    from: isoDate,
    to: isoDate,
    points: z.number().int(),
    rebase: z
      .object({ from: isoDate, reason: z.string(), decided_by: z.string(), decided_on: isoDate })
      .nullable()
      .openapi({ description: 'The decision by which it began; null for the first' }),
    limits: z
      .object({
        mean: z.number(),
        ...Interval.shape,
        drawn: Interval.extend({ trimmed_at: z.array(z.number()) }).openapi({
          description: 'As drawn and tabulated: within what a value can be',
        }),
      })
      .nullable(),
    why: z
      .enum(['withheld', 'stock', 'rolling', 'year-to-date', 'rare', 'other chart', 'too few', 'constant', 'collapsed'])
      .nullable()
      .openapi({ description: 'Why there are no limits' }),
  })
  .openapi('Baseline');

export const TrendPoint = SeriesRow.extend({
  interval: Interval.nullable(),
  baseline: z.number().int().nullable().openapi({ description: 'Which of the baselines it was judged by' }),
  unusual: z.object({ sense: z.enum(['better', 'worse', 'higher', 'lower']), words: z.string() }).nullable(),
}).openapi('TrendPoint');

export const SplitTrend = z
  .object({
    split: z.record(z.string(), z.string()),
    points: z.array(TrendPoint),
    baselines: z.array(Baseline),
    signal: Signal,
    target: Target.nullable().openapi({ description: 'The one that held at the last final period' }),
    marks: z.array(
      z.object({
        number: z.number().int(),
        kind: z.enum(['event', 'rebase', 'target']),
        on: isoDate,
        period: z.string().nullable(),
        title: z.string(),
        owner: z.string(),
      }),
    ),
    gaps: z.array(DateRange),
    screened: z.boolean(),
  })
  .openapi('SplitTrend');

export const Trend = z
  .object({
    kpi: z.string(),
    snapshot: z.number().int(),
    grain: Grain,
    by: z.array(z.string()),
    where: z.record(z.string(), z.array(z.string())),
    trends: z.array(SplitTrend).openapi({ description: 'One, or one for each value of the split' }),
  })
  .openapi('Trend');

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
    signal: Signal.openapi({ description: 'Of the months; it names the month that it speaks of' }),
    target: Target.nullable().openapi({ description: 'The one that held in that month' }),
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

const count = z.number().int();

export const Lineage = z
  .object({
    tables: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        grain: z.string().nullable(),
        rows: count,
        reads: z
          .array(z.string())
          .nullable()
          .openapi({ description: 'Null where its query was changed since this snapshot' }),
        extract: z.string().nullable(),
      }),
    ),
    extracts: z.array(z.object({ id: z.string(), title: z.string(), agency_title: z.string(), submissions: count })),
  })
  .openapi('Lineage');

export const Overlaps = z
  .object({
    snapshot: count,
    on: isoDate.openapi({ description: 'The day that all lists are of' }),
    days: z.array(isoDate).openapi({ description: 'The days that may be asked for, newest first' }),
    children: count.openapi({ description: 'Children on at least one list' }),
    sets: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        children: count,
        only: count.openapi({ description: 'Children on this list alone' }),
      }),
    ),
    combinations: z.array(z.object({ sets: z.array(z.string()), children: count })),
    left_out: z
      .array(z.object({ id: z.string(), title: z.string(), extract: z.string() }))
      .openapi({ description: 'Lists that files do not cover on that day, or for the months before it' }),
  })
  .openapi('Overlaps');

export const Curve = z
  .object({
    snapshot: count,
    id: z.string(),
    title: z.string(),
    again: z.string(),
    offered: z.array(z.object({ id: z.string(), title: z.string() })),
    left_out: z.array(z.string()).openapi({ description: 'Age bands that are left out' }),
    followed_to: isoDate.nullable(),
    cohorts: z.array(
      z.object({
        cohort: z.string().openapi({ example: '2024-25' }),
        starts: count,
        repeats: count,
        complete: z.boolean().openapi({ description: 'Whether all of its starts could be followed for a year' }),
        steps: z.array(z.object({ day: count, value: z.number(), at_risk: count })),
        at: z
          .array(
            z.object({
              day: count,
              at_risk: count,
              value: z.number().nullable(),
              lower: z.number().nullable(),
              upper: z.number().nullable(),
            }),
          )
          .openapi({ description: 'No value where fewer than 10 are still followed' }),
        median: z.number().nullable().openapi({ description: 'Days until half have repeated' }),
      }),
    ),
  })
  .openapi('Curve');

export const Flow = z
  .object({
    snapshot: count,
    from: isoDate,
    to: isoDate,
    by: z.string(),
    steps: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        count,
        open: count.openapi({ description: 'Not yet, and it may still come' }),
      }),
    ),
    flows: z.array(z.object({ from: z.string(), to: z.string(), count })),
  })
  .openapi('Flow');

export const Kept = z.object({ number: z.number().int(), kept_at: z.iso.datetime(), ...entry.shape }).openapi('Kept');

export const Listed = Kept.extend({
  holds: z.boolean().openapi({ description: 'False once it was corrected or withdrawn' }),
}).openapi('Listed');

export const Problem = z
  .object({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string() })
  .openapi('Problem', { description: 'RFC 9457 problem details' });
