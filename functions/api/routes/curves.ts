import { createRoute, z } from '@hono/zod-openapi';
import { curve } from '../../../etl/query/curve.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import { curveColumns, curveRows } from '../../print/curve.ts';
import { download, format, formatOf, formatTag, withCsv } from '../download.ts';
import type { Api } from '../env.ts';
import { pin } from '../pin.ts';
import { Curve } from '../schemas/curves.ts';
import { asAt } from '../series-query.ts';

const route = createRoute({
  method: 'get',
  path: '/api/curves/{id}',
  summary: 'How soon it happens again: one less Kaplan and Meier, for each of the last four financial years',
  parameters: [IF_NONE_MATCH],
  request: { params: z.object({ id: z.string() }), query: queryOf({ as_at: asAt, format }) },
  responses: withCsv(answers(Curve, 'The curve of each year')),
});

export function curveRoutes(api: Api, p: Partnership): void {
  api.use(
    route.getRoutingPath(),
    pin(p, (_, c) => formatTag(c)),
  );
  api.openapi(route, async (c) => {
    const snapshot = c.get('snapshot');
    const found = await curve(p, snapshot, c.req.valid('param').id);
    if (formatOf(c) !== 'json')
      return download(c, `again-${found.id}-snapshot-${snapshot.number}`, curveColumns(found), curveRows(found));
    return c.json({ snapshot: snapshot.number, ...found }, 200, { Vary: 'Accept' });
  });
}
