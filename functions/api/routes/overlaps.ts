import { createRoute, z } from '@hono/zod-openapi';
import { overlaps } from '../../../etl/query/overlaps.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import { overlapColumns } from '../../print/overlaps.ts';
import { download, format, formatOf, formatTag, withCsv } from '../download.ts';
import type { Api } from '../env.ts';
import { pin } from '../pin.ts';
import { Overlaps } from '../schemas/overlaps.ts';
import { asAt } from '../series-query.ts';

const route = createRoute({
  method: 'get',
  path: '/api/overlaps',
  summary: 'How many children are on which lists at once: exploitation, missing, notices, protection plan',
  parameters: [IF_NONE_MATCH],
  request: {
    query: queryOf({
      on: z.string().optional().openapi({ description: 'The day of a tracker; the last one unless told' }),
      as_at: asAt,
      format,
    }),
  },
  responses: withCsv(answers(Overlaps, 'The combinations')),
});

export function overlapRoutes(api: Api, p: Partnership): void {
  api.use(
    route.path,
    pin(p, (_, c) => formatTag(c)),
  );
  api.openapi(route, async (c) => {
    const snapshot = c.get('snapshot');
    const found = await overlaps(p, snapshot, c.req.valid('query').on);
    if (formatOf(c) !== 'json')
      return download(c, `overlaps-${found.on}-snapshot-${snapshot.number}`, overlapColumns(found), found.combinations);
    return c.json({ snapshot: snapshot.number, ...found }, 200, { Vary: 'Accept' });
  });
}
