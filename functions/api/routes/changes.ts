import { createRoute, z } from '@hono/zod-openapi';
import type { Partnership } from '../../../etl/partnership.ts';
import { changes } from '../../../etl/query/changes.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import type { Api } from '../env.ts';
import { decisionsToo, pin, receiptsAndDay } from '../pin.ts';
import { asAt } from '../series-query.ts';
import { Changes } from '../schemas/changes.ts';

const route = createRoute({
  method: 'get',
  path: '/api/changes',
  summary: 'What changed since a day: signals, figures, definitions, faults in the data',
  description: 'The snapshot of that day is judged with the decisions that stood then.',
  parameters: [IF_NONE_MATCH],
  request: {
    query: queryOf({
      as_at: asAt,
      since: z.iso
        .date('Expected a date such as 2026-09-18.')
        .optional()
        .openapi({ description: 'The last meeting unless told', example: '2026-09-18' }),
    }),
  },
  responses: answers(Changes, 'The four lists'),
});

export function changeRoutes(api: Api, p: Partnership): void {
  api.use(
    route.path,
    pin(p, async (_, c) => `${await receiptsAndDay(p, c)}-${await decisionsToo(p)}`),
  );
  api.openapi(route, async (c) => c.json(await changes(p, c.get('snapshot'), c.req.valid('query').since), 200));
}
