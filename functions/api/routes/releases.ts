import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { latestRelease } from '../../../etl/disclosure/kept.ts';
import { AUDIENCES } from '../../../etl/disclosure/policy.ts';
import { WITHHELD } from '../../../etl/disclosure/release.ts';
import { SafeguardingError } from '../../../etl/errors.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { csv } from '../../print/csv.ts';
import { releaseCells } from '../../print/release.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import type { Api } from '../env.ts';
import { pin } from '../pin.ts';

/** A number, or that it is withheld: because it is small, or because it would tell of one that is. */
const Shown = z.union([z.number(), z.literal(WITHHELD)]);
const ShownOrNone = z.union([z.number(), z.literal(WITHHELD), z.null()]);

const Release = z
  .object({
    audience: z.enum(AUDIENCES),
    snapshot: z.number().int(),
    built_at: z.iso.datetime(),
    rules: z.object({
      withhold: z.object({ from: z.number().int(), to: z.number().int() }),
      dominance: z.object({ over: z.number(), group_under: z.number().int() }),
      possible_values: z.number().int(),
    }),
    tables: z.array(
      z.object({
        kpi: z.string(),
        title: z.string(),
        unit: z.string(),
        measure: z.enum(['count', 'children', 'rate', 'share-within', 'stock', 'mean', 'median']),
        better: z.enum(['lower', 'higher', 'neither']),
        definition: z.string(),
        grain: z.enum(['month', 'quarter', 'year']),
        by: z.string().nullable(),
        rows: z.array(
          z.object({
            period: z.string(),
            from: z.iso.date(),
            to: z.iso.date(),
            split: z.record(z.string(), z.string()),
            numerator: Shown,
            denominator: ShownOrNone,
            value: ShownOrNone,
            status: z.enum(['final', WITHHELD]),
          }),
        ),
      }),
    ),
  })
  .openapi('Release');

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
  api.use(route.getRoutingPath(), pin(p, tagged));
  api.openapi(route, async (c) => {
    const { audience } = c.req.valid('param');
    const release = await latestRelease(p, audience);
    if (!release)
      throw new SafeguardingError(
        'not-found',
        `Nothing is released for ${audience} yet. Run: safeguarding release --audience ${audience}`,
      );
    if (c.req.valid('query').format !== 'csv') return c.json(release, 200);
    return c.body(csv(releaseCells(release)), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${audience}-snapshot-${release.snapshot}.csv"`,
    });
  });
}

/** A release can come without a new snapshot. */
async function tagged(p: Partnership, c: Context): Promise<string> {
  const audience = AUDIENCES.find((name) => name === c.req.param('audience'));
  const release = audience && (await latestRelease(p, audience));
  return [audience, release?.snapshot, c.req.query('format')].filter((part) => part !== undefined).join('-');
}
