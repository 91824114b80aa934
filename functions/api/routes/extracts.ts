import { createRoute, z } from '@hono/zod-openapi';
import type { Partnership } from '../../../etl/partnership.ts';
import { freshness } from '../../../etl/query/freshness.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import type { Api } from '../env.ts';
import { pin, receiptsAndDay } from '../pin.ts';
import { Extract } from '../schemas/extracts.ts';
import { asAt } from '../series-query.ts';

const route = createRoute({
  method: 'get',
  path: '/api/extracts',
  summary: 'What each agency sends, and how up to date it is',
  parameters: [IF_NONE_MATCH],
  request: { query: queryOf({ as_at: asAt }) },
  responses: answers(z.array(Extract), 'Every extract'),
});

export function extractRoutes(api: Api, p: Partnership): void {
  api.use(route.path, pin(p, receiptsAndDay));
  api.openapi(route, async (c) => {
    const agency = c.get('agency');
    const all = await freshness(p, c.get('snapshot'));
    return c.json(agency ? all.filter((extract) => extract.agency === agency) : all, 200);
  });
}
