import { createRoute, z } from '@hono/zod-openapi';
import type { Partnership } from '../../../etl/partnership.ts';
import { describeKpi } from '../../../etl/query/describe.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import type { Api } from '../env.ts';
import { kpiSummaries } from '../kpi-summaries.ts';
import { whose } from '../roles.ts';
import { rolesOf } from '../session/me.ts';
import { decisionsToo, pin } from '../pin.ts';
import { Kpi, KpiSummary } from '../schemas/kpis.ts';
import { asAt } from '../series-query.ts';

const lastMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Expected a month such as 2026-10.')
  .optional()
  .openapi({ description: 'Tell of the months up to this one, as they are known now', example: '2026-10' });

const list = createRoute({
  method: 'get',
  path: '/api/kpis',
  summary: 'Every KPI that whoever asks may see, with its latest values',
  parameters: [IF_NONE_MATCH],
  request: { query: queryOf({ to: lastMonth, as_at: asAt }) },
  responses: answers(z.array(KpiSummary), 'Every KPI'),
});

const one = createRoute({
  method: 'get',
  path: '/api/kpis/{id}',
  summary: 'What a KPI means and how it is made',
  parameters: [IF_NONE_MATCH],
  request: { params: z.object({ id: z.string() }), query: queryOf({ as_at: asAt }) },
  responses: answers(Kpi, 'The KPI'),
});

export function kpiRoutes(api: Api, p: Partnership): void {
  const summaries = kpiSummaries(p);
  api.use(list.path, pin(p, decisionsToo));
  api.openapi(list, async (c) => {
    const roles = rolesOf(p, c.get('actor'), c.get('session'));
    const sees = roles.every((role) => whose('GET /api/kpis/:id', role));
    return c.json(sees ? await summaries(c.get('snapshot'), c.req.valid('query').to) : [], 200);
  });
  api.use(one.getRoutingPath(), pin(p));
  api.openapi(one, (c) => c.json(describeKpi(c.get('snapshot'), c.req.valid('param').id), 200));
}
