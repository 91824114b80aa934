import { createRoute, z } from '@hono/zod-openapi';
import { entry } from '../../../etl/decisions/kinds.ts';
import { decisionsKept, history, keep, standing } from '../../../etl/decisions/log.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { kpiOf } from '../../../etl/query/request.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import { record } from '../audit/record.ts';
import type { Api } from '../env.ts';
import { pin } from '../pin.ts';
import { Kept, Listed } from '../schemas/decisions.ts';

const list = createRoute({
  method: 'get',
  path: '/api/decisions',
  summary: 'Every target, meeting, event, comment, action and rebase that was ever entered, oldest first',
  description:
    'A row that another one replaces no longer holds; a row without a decision withdraws the one it replaces.',
  parameters: [IF_NONE_MATCH],
  request: { query: queryOf({}) },
  responses: answers(z.array(Listed), 'Every row'),
});

const { 304: _, ...problems } = answers(Kept, '');
const add = createRoute({
  method: 'post',
  path: '/api/decisions',
  summary: 'Enter a decision, or correct or withdraw one by a row of its own',
  request: {
    query: queryOf({}),
    body: { required: true, content: { 'application/json': { schema: entry } } },
  },
  responses: {
    ...problems,
    200: { description: 'The row as it was kept', content: { 'application/json': { schema: Kept } } },
  },
});

/** What is entered, without its words: those stand in the decision. */
function told({ decision, replaces }: z.infer<typeof entry>): string {
  const what = decision
    ? `a ${decision.kind}${'kpi' in decision && decision.kpi ? ` of ${decision.kpi}` : ''}`
    : 'a withdrawal';
  return replaces === null ? what : `${what} in place of row ${replaces}`;
}

export function decisionRoutes(api: Api, p: Partnership): void {
  api.on(
    'GET',
    list.path,
    pin(p, async () => `${await decisionsKept(p)}d`),
  );
  api.openapi(list, async (c) => {
    const all = await history(p);
    const holding = new Set(standing(all).map(({ number }) => number));
    return c.json(
      all.map((row) => ({ ...row, holds: holding.has(row.number) })),
      200,
    );
  });
  api.on('POST', add.path, pin(p));
  api.openapi(add, async (c) => {
    const asked = c.req.valid('json');
    const kpi = asked.decision && 'kpi' in asked.decision ? asked.decision.kpi : null;
    if (kpi !== null) kpiOf(c.get('snapshot'), kpi);
    await record(p, { actor: c.get('actor'), action: 'decide', target: told(asked), decision: 'allowed' });
    return c.json(await keep(p, asked), 200);
  });
}
