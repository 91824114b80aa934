import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { latestReleased, readRelease } from '../../../etl/disclosure/kept.ts';
import { AUDIENCES } from '../../../etl/disclosure/policy.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { csv } from '../../print/csv.ts';
import { releaseCells } from '../../print/release.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import type { Api } from '../env.ts';
import { pin } from '../pin.ts';
import { Release, Released } from '../schemas/releases.ts';

const list = createRoute({
  method: 'get',
  path: '/api/releases',
  summary: 'The latest snapshot that was released for each audience; an audience without a release is not named',
  parameters: [IF_NONE_MATCH],
  request: { query: queryOf({}) },
  responses: answers(z.array(Released), 'The latest releases'),
});

const json = answers(Release, 'The latest release; as CSV when format=csv');
const route = createRoute({
  method: 'get',
  path: '/api/releases/{audience}',
  summary: 'Everything that an audience beyond the partnership may see',
  parameters: [IF_NONE_MATCH],
  request: {
    params: z.object({ audience: z.enum(AUDIENCES) }),
    query: queryOf({ format: z.enum(['json', 'csv']).optional() }),
  },
  responses: { ...json, 200: { ...json[200], content: { ...json[200].content, 'text/csv': { schema: z.string() } } } },
});

export function releaseRoutes(api: Api, p: Partnership): void {
  api.use(list.path, pin(p, allTagged));
  api.openapi(list, async (c) => c.json(await released(p), 200));
  api.use(route.getRoutingPath(), pin(p, tagged));
  api.openapi(route, async (c) => {
    const { audience } = c.req.valid('param');
    const release = await readRelease(p, audience);
    if (c.req.valid('query').format !== 'csv') return c.json(release, 200);
    return c.body(csv(releaseCells(release)), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${audience}-snapshot-${release.snapshot}.csv"`,
    });
  });
}

async function released(p: Partnership) {
  const numbers = await Promise.all(AUDIENCES.map((audience) => latestReleased(p, audience)));
  return AUDIENCES.flatMap((audience, i) => (numbers[i] === undefined ? [] : { audience, snapshot: numbers[i] }));
}

const allTagged = async (p: Partnership) =>
  (await released(p)).map(({ audience, snapshot }) => `${audience}-${snapshot}`).join('-');

/** A release can come without a new snapshot. */
async function tagged(p: Partnership, c: Context): Promise<string> {
  const audience = AUDIENCES.find((name) => name === c.req.param('audience'));
  return [audience, audience && (await latestReleased(p, audience)), c.req.query('format')]
    .filter((part) => part !== undefined)
    .join('-');
}
