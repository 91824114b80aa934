// The shapes of what changed between two snapshots.
import { z } from '@hono/zod-openapi';
import { SeriesRow, Signal, Status, Target } from '../schemas.ts';

const named = z.object({ number: z.number().int(), built_at: z.iso.datetime() });
const said = z.object({ latest: SeriesRow.nullable(), signal: Signal, target: Target.nullable() }).nullable();
const shown = z.object({
  numerator: z.number(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  status: Status,
});
const text = z.string().nullable();

export const Changes = z
  .object({
    since: z.iso.date().nullable().openapi({ description: 'The last meeting unless told; null where there was none' }),
    basis: z.enum(['that day', 'oldest kept', 'one snapshot', 'no day']).openapi({
      description: 'Whether `then` was current at the end of that day, or is the oldest kept, or there is none',
    }),
    then: named.nullable(),
    now: named,
    kpis: z.number().int().openapi({ description: 'KPIs that both snapshots have' }),
    signals: z.array(z.object({ kpi: z.string(), was: said, now: said })),
    figures: z.array(
      z.object({
        kpi: z.string(),
        compared: z.number().int().openapi({ description: 'Months that had a figure then and have one now' }),
        revised: z.array(
          z.object({
            period: z.string(),
            from: z.iso.date(),
            to: z.iso.date(),
            was: shown,
            now: shown,
            why: z.array(
              z.object({
                kind: z.enum(['definition changed', 'correction', 'late records', 're-linked', 'not known']),
                extract: text,
              }),
            ),
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
        on: z.iso.date().nullable(),
        submission: text,
        file: text,
        rule: text,
        column: text,
        rows: z.number().int().nullable(),
      }),
    ),
  })
  .openapi('Changes');
