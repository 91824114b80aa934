import { createRoute, z } from '@hono/zod-openapi';
import type { Partnership } from '../../../etl/partnership.ts';
import { answers, queryOf } from '../answers.ts';
import { listRetentions } from '../../../etl/retention/retain.ts';
import { listEntries } from '../audit/list.ts';
import { recordOnce } from '../audit/once.ts';
import type { Api } from '../env.ts';
import { AuditAction, AuditDecision, AuditPage, Retention } from '../schemas/audit.ts';
import { ROLES } from '../session/actor.ts';

const list = createRoute({
  method: 'get',
  path: '/api/audit',
  summary: 'Who did what, and when: the record, newest first',
  request: {
    query: queryOf({
      action: AuditAction.optional(),
      decision: AuditDecision.optional(),
      role: z.enum(ROLES).optional(),
      agency: z.string().max(100).optional(),
      subject: z.string().max(255).optional().openapi({ description: 'All that one account did' }),
      from: z.iso.date().optional().openapi({ description: 'The first day' }),
      to: z.iso.date().optional().openapi({ description: 'The last day' }),
      before: z
        .string()
        .regex(/^[1-9]\d*$/, 'Expected the number of an entry.')
        .optional()
        .openapi({ type: 'integer', minimum: 1, description: 'Only entries before this one' }),
    }),
  },
  responses: answers(AuditPage, 'At most a hundred entries'),
});

const retention = createRoute({
  method: 'get',
  path: '/api/retention',
  summary: 'What was removed because it had been kept long enough, newest first',
  request: { query: queryOf({}) },
  responses: answers(z.array(Retention), 'The last 30 reports'),
});

const REPORTS = 30;

/** The record is read by whoever may, and that is recorded too. */
export function auditRoutes(api: Api, p: Partnership): void {
  api.openapi(list, async (c) => {
    const { before, ...asked } = c.req.valid('query');
    await recordOnce(p, { actor: c.get('actor'), action: 'read-record', target: told(asked), decision: 'allowed' });
    const page = await listEntries(p.store, asked, before === undefined ? undefined : Number(before));
    const shown = page.entries.map(({ seq, at, actor, action, target, purpose, decision }) => ({
      seq,
      at,
      actor,
      action,
      target,
      purpose,
      decision,
    }));
    return c.json({ ...page, entries: shown }, 200);
  });
  api.openapi(retention, async (c) => c.json(await listRetentions(p, REPORTS), 200));
}

const told = (asked: object) => {
  const filters = Object.entries(asked).filter(([, value]) => value !== undefined);
  return filters.length === 0 ? 'the record' : filters.map(([name, value]) => `${name} ${value}`).join(', ');
};
