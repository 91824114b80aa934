import { createRoute } from '@hono/zod-openapi';
import { flow } from '../../../etl/query/flow.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { answers, IF_NONE_MATCH } from '../answers.ts';
import { flowColumns, flowRows } from '../../print/flow.ts';
import { download, formatOf, formatTag, withCsv } from '../download.ts';
import type { Api } from '../env.ts';
import { pin } from '../pin.ts';
import { Flow } from '../schemas/flow.ts';
import { flowQuery, WHERE } from '../series-query.ts';

const route = createRoute({
  method: 'get',
  path: '/api/flow',
  summary: 'What became of the children on police notices: the same notices at every step, and from kind to outcome',
  parameters: [IF_NONE_MATCH, WHERE],
  request: { query: flowQuery },
  responses: withCsv(answers(Flow, 'The flow')),
});

export function flowRoutes(api: Api, p: Partnership): void {
  api.use(
    route.path,
    pin(p, (_, c) => formatTag(c)),
  );
  api.openapi(route, async (c) => {
    const snapshot = c.get('snapshot');
    const found = await flow(p, snapshot, c.req.valid('query'));
    if (formatOf(c) !== 'json')
      return download(c, `notices-flow-snapshot-${snapshot.number}`, flowColumns(found), flowRows(found));
    return c.json({ snapshot: snapshot.number, ...found }, 200, { Vary: 'Accept' });
  });
}
