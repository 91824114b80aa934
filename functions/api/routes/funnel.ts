import { createRoute, z } from '@hono/zod-openapi';
import type { Partnership } from '../../../etl/partnership.ts';
import { funnelOf } from '../../../etl/query/funnel.ts';
import { funnelColumns } from '../../print/funnel.ts';
import { answers, IF_NONE_MATCH } from '../answers.ts';
import { download, formatOf, formatTag, withCsv } from '../download.ts';
import type { Api } from '../env.ts';
import { pin } from '../pin.ts';
import { Funnel } from '../schemas/funnel.ts';
import { funnelQuery, WHERE } from '../series-query.ts';

const route = createRoute({
  method: 'get',
  path: '/api/kpis/{id}/funnel',
  summary: 'Which places differ from the rest by more than chance would explain, over 12 months',
  parameters: [IF_NONE_MATCH, WHERE],
  request: { params: z.object({ id: z.string() }), query: funnelQuery },
  responses: withCsv(answers(Funnel, 'The comparison')),
});

export function funnelRoutes(api: Api, p: Partnership): void {
  api.use(
    route.getRoutingPath(),
    pin(p, (_, c) => formatTag(c)),
  );
  api.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const { by, where, to } = c.req.valid('query');
    const snapshot = c.get('snapshot');
    const found = await funnelOf(p, snapshot, { kpi: id, by, where, to });
    if (formatOf(c) !== 'json')
      return download(c, `${id}-funnel-by-${by}-snapshot-${snapshot.number}`, funnelColumns(found, by), found.places);
    return c.json({ kpi: id, snapshot: snapshot.number, by, where, ...found }, 200, { Vary: 'Accept' });
  });
}
