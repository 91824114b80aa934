import { z } from '@hono/zod-openapi';
import { ACTIONS } from '../audit/entry.ts';
import { ROLES } from '../session/actor.ts';
import { count } from './parts.ts';

export const AuditAction = z.enum(ACTIONS).openapi('AuditAction');
export const AuditDecision = z.enum(['allowed', 'denied']).openapi('AuditDecision');

export const AuditEntry = z
  .object({
    seq: count,
    at: z.iso.datetime(),
    actor: z
      .object({ issuer: z.string(), subject: z.string(), role: z.enum(ROLES), agency: z.string(), session: z.string() })
      .nullable()
      .openapi({ description: 'By issuer and subject, never by a name; null where nobody had signed in' }),
    action: AuditAction,
    target: z.string(),
    purpose: z.string().nullable(),
    decision: AuditDecision,
  })
  .openapi('AuditEntry');

export const AuditPage = z
  .object({
    entries: z.array(AuditEntry).openapi({ description: 'Newest first' }),
    before: count.nullable().openapi({ description: 'Ask again with this for older ones; null where there are none' }),
    all: count.openapi({ description: 'How many entries there are in all' }),
  })
  .openapi('AuditPage');

export const Retention = z
  .object({
    at: z.iso.datetime(),
    dry_run: z.boolean(),
    limits: z.object({ raw_days: count, snapshots_days: count, audit_years: count }),
    raw: z.object({ went: count, stays: count, waiting: count }).openapi({
      description: 'Files as agencies sent them; waiting: those without a receipt, which never go',
    }),
    snapshots: z.object({ went: z.array(count), stays: count }).openapi({ description: 'By their numbers' }),
  })
  .openapi('Retention');
