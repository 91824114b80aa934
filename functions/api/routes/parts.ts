import { createRoute } from '@hono/zod-openapi';
import type { Partnership } from '../../../etl/partnership.ts';
import { type Parts, partsOf } from '../../../etl/query/parts.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import type { Api } from '../env.ts';
import { lastAnswer, stateOf } from '../last-answer.ts';
import { decisionsToo, pin } from '../pin.ts';
import { UnusualParts } from '../schemas/unusual-parts.ts';
import { asAt } from '../series-query.ts';

const route = createRoute({
  method: 'get',
  path: '/api/parts',
  summary: 'Where a change is: the parts of each KPI that are unusual, each judged by its own usual range',
  parameters: [IF_NONE_MATCH],
  request: { query: queryOf({ as_at: asAt }) },
  responses: answers(UnusualParts, 'The parts that are unusual'),
});

export function partRoutes(api: Api, p: Partnership): void {
  const last = lastAnswer<Parts[]>();
  api.use(route.path, pin(p, decisionsToo));
  api.openapi(route, async (c) => {
    const snapshot = c.get('snapshot');
    const parts = await last(await stateOf(p, snapshot), () => partsOf(p, snapshot));
    return c.json({ snapshot: snapshot.number, parts }, 200);
  });
}
