import { createRoute } from '@hono/zod-openapi';
import type { Partnership } from '../../../etl/partnership.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import type { Api } from '../env.ts';
import { pin } from '../pin.ts';
import { Snapshot } from '../schemas/snapshot.ts';
import { asAt } from '../series-query.ts';

const route = createRoute({
  method: 'get',
  path: '/api/snapshot',
  summary: 'The current snapshot, and whose it is',
  parameters: [IF_NONE_MATCH],
  request: { query: queryOf({ as_at: asAt }) },
  responses: answers(Snapshot, 'The current snapshot'),
});

export function snapshotRoutes(api: Api, p: Partnership): void {
  api.use(route.path, pin(p));
  api.openapi(route, (c) => {
    const { number, built_at, synthetic } = c.get('snapshot');
    const { name, place, priorities, accessibility } = p.config;
    return c.json({ number, built_at, partnership: { name, place, synthetic, priorities, accessibility } }, 200);
  });
}
