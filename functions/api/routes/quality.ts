import { createRoute } from '@hono/zod-openapi';
import type { Partnership } from '../../../etl/partnership.ts';
import { quality } from '../../../etl/query/quality.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import type { Api } from '../env.ts';
import { pin, receiptsAndDay } from '../pin.ts';
import { Quality } from '../schemas/quality.ts';
import { asAt } from '../series-query.ts';

const route = createRoute({
  method: 'get',
  path: '/api/quality',
  summary: 'How good the data are: rows, rules broken, links between agencies',
  parameters: [IF_NONE_MATCH],
  request: { query: queryOf({ as_at: asAt }) },
  responses: answers(Quality, 'The quality of the data'),
});

export function qualityRoutes(api: Api, p: Partnership): void {
  api.use(route.path, pin(p, receiptsAndDay));
  api.openapi(route, async (c) => c.json(await quality(p, c.get('snapshot')), 200));
}
