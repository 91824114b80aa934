import { createRoute, z } from '@hono/zod-openapi';
import type { Partnership } from '../../../etl/partnership.ts';
import { kpiOf } from '../../../etl/query/request.ts';
import { trends } from '../../../etl/query/trend.ts';
import { trendColumns, trendFile, trendRows } from '../../print/trend.ts';
import { answers, IF_NONE_MATCH } from '../answers.ts';
import { download, formatOf, formatTag, withCsv } from '../download.ts';
import type { Api } from '../env.ts';
import { decisionsToo, pin } from '../pin.ts';
import { Trend } from '../schemas/trend.ts';
import { trendQuery, WHERE } from '../series-query.ts';

const route = createRoute({
  method: 'get',
  path: '/api/kpis/{id}/trend',
  summary: 'A KPI over time with what may be said of it: limits, unusual points, signal, targets, notes',
  description:
    'All periods up to the last one asked for are judged, wherever the window begins, as in the summaries of a month. At most one split.',
  parameters: [IF_NONE_MATCH, WHERE],
  request: { params: z.object({ id: z.string() }), query: trendQuery },
  responses: withCsv(answers(Trend, 'The trend; as CSV when format=csv or Accept asks for it')),
});

export function trendRoutes(api: Api, p: Partnership): void {
  api.use(
    route.getRoutingPath(),
    pin(p, async (_, c) => [await decisionsToo(p), formatTag(c)].filter(Boolean).join('-')),
  );
  api.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const request = c.req.valid('query');
    const snapshot = c.get('snapshot');
    const { grain, by, where } = request;
    const found = await trends(p, snapshot, { kpi: id, ...request });
    if (formatOf(c) !== 'json')
      return download(
        c,
        trendFile(id, grain, by, where, snapshot.number),
        trendColumns(kpiOf(snapshot, id).header, by, where),
        trendRows(found),
      );
    return c.json({ kpi: id, snapshot: snapshot.number, grain, by, where, trends: found }, 200, { Vary: 'Accept' });
  });
}
