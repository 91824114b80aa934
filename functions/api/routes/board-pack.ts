import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { latestReleased } from '../../../etl/disclosure/kept.ts';
import { boardPack } from '../../../etl/disclosure/pack/pack.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import type { Api, ApiEnv } from '../env.ts';
import { decisionsToo, pin, receiptsAndDay } from '../pin.ts';
import { Pack } from '../schemas/releases.ts';

const route = createRoute({
  method: 'get',
  path: '/api/board-pack',
  summary: "What the board's papers of a period say, made of what is released for the board and nothing else",
  parameters: [IF_NONE_MATCH],
  request: {
    query: queryOf({
      period: z.string().optional().openapi({ example: '2024-25 Q4', description: 'The last quarter unless told' }),
      measure: z.string().optional().openapi({ description: 'KPIs that have a sheet too, between commas' }),
      as_at: z.coerce.number().int().positive().optional().openapi({ description: 'The last release unless told' }),
    }),
  },
  responses: answers(Pack, 'The papers'),
});

export function boardPackRoutes(api: Api, p: Partnership): void {
  const tagged = async (_: Partnership, c: Context<ApiEnv>) =>
    `${(await latestReleased(p, 'board-pack')) ?? 0}r-${await receiptsAndDay(p, c)}-${await decisionsToo(p)}`;
  api.use(route.path, pin(p, tagged));
  api.openapi(route, async (c) => {
    const { period, measure, as_at: snapshot } = c.req.valid('query');
    return c.json(await boardPack(p, { period, snapshot, measures: measure?.split(',') }), 200);
  });
}
