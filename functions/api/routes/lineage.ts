import { createRoute, z } from '@hono/zod-openapi';
import { lineage } from '../../../etl/query/lineage.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import type { Api } from '../env.ts';
import { pin } from '../pin.ts';
import { Lineage } from '../schemas/lineage.ts';
import { asAt } from '../series-query.ts';

const route = createRoute({
  method: 'get',
  path: '/api/kpis/{id}/lineage',
  summary: 'From which tables and extracts a KPI is made',
  parameters: [IF_NONE_MATCH],
  request: { params: z.object({ id: z.string() }), query: queryOf({ as_at: asAt }) },
  responses: answers(Lineage, 'The tables, from the one that the KPI reads to what agencies sent'),
});

export function lineageRoutes(api: Api, p: Partnership): void {
  api.use(route.getRoutingPath(), pin(p));
  api.openapi(route, async (c) => c.json(await lineage(p, c.get('snapshot'), c.req.valid('param').id), 200));
}
