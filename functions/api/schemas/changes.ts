import { z } from '@hono/zod-openapi';
import { isoDate, marked, ofParts } from './parts.ts';
import { Kpi } from './kpis.ts';
import { SeriesRow } from './series.ts';
import { Signal, Target } from './trend.ts';

const named = z.object({ number: z.number().int(), built_at: z.iso.datetime() });
const said = z.object({ latest: SeriesRow.nullable(), signal: Signal, target: Target.nullable() }).nullable();
const shown = SeriesRow.pick({ numerator: true, denominator: true, value: true, status: true });
const text = z.string().nullable();

export const Changes = z
  .object({
    since: isoDate.nullable().openapi({ description: 'The last meeting unless told; null where there was none' }),
    basis: z.enum(['that day', 'oldest kept', 'one snapshot', 'no day']).openapi({
      description: 'Whether `before` was current at the end of that day, or is the oldest kept, or there is none',
    }),
    before: named.nullable(),
    now: named,
    kpis: z.array(
      Kpi.pick({ id: true, title: true, unit: true, measure: true, better: true }).extend({
        compared: z.boolean().openapi({ description: 'Whether both snapshots have it' }),
      }),
    ),
    signals: z.array(z.object({ kpi: z.string(), was: said, now: said })),
    unjudged: z
      .array(z.object({ kpi: z.string(), was: said, now: said }))
      .openapi({ description: 'KPIs that cannot be judged, and whose latest figure is another' }),
    parts: z.array(
      z.object({
        ...ofParts,
        changed: z
          .array(z.object({ value: z.string(), was: said, now: said.unwrap() }))
          .openapi({ description: 'The parts that are unusual in another sense than before, or no longer' }),
      }),
    ),
    figures: z.array(
      z.object({
        kpi: z.string(),
        compared: z.number().int().openapi({ description: 'Months that had a figure then and have one now' }),
        revised: z.array(
          z.object({
            period: z.string(),
            from: isoDate,
            to: isoDate,
            was: shown,
            now: shown,
            why: z.array(
              z.object({
                kind: z.enum(['definition changed', 'correction', 'late records', 're-linked', 'not known']),
                extract: text,
              }),
            ),
            ...marked,
          }),
        ),
      }),
    ),
    definitions: z.array(
      z.object({
        kpi: z.string(),
        change: z.enum(['added', 'removed', 'changed']),
        parts: z.array(z.string()),
        was: text,
        now: text,
      }),
    ),
    faults: z.array(
      z.object({
        change: z.enum(['opened', 'closed']),
        kind: z.enum(['late', 'refused', 'rule']),
        extract: text,
        on: isoDate.nullable(),
        submission: text,
        file: text,
        rule: text,
        column: text,
        rows: z.number().int().nullable(),
      }),
    ),
  })
  .openapi('Changes');
