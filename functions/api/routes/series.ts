import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Partnership } from '../../../etl/partnership.ts';
import { kpiOf } from '../../../etl/query/request.ts';
import { series } from '../../../etl/query/series.ts';
import { csv } from '../../print/csv.ts';
import { seriesCells, seriesHeader } from '../../print/series.ts';
import { answers, IF_NONE_MATCH } from '../answers.ts';
import type { Api } from '../env.ts';
import { pin } from '../pin.ts';
import { Series } from '../schemas/series.ts';
import { seriesQuery, WHERE } from '../series-query.ts';

const json = answers(Series, 'The values; as CSV when format=csv or Accept asks for it');
const route = createRoute({
  method: 'get',
  path: '/api/kpis/{id}/series',
  summary: 'A KPI over time',
  parameters: [IF_NONE_MATCH, WHERE],
  request: { params: z.object({ id: z.string() }), query: seriesQuery },
  responses: {
    ...json,
    200: { ...json[200], content: { ...json[200].content, 'text/csv': { schema: z.string() } } },
  },
});

export function seriesRoutes(api: Api, p: Partnership): void {
  api.use(
    route.getRoutingPath(),
    pin(p, (_, c) => (wantsCsv(c) ? 'csv' : '')),
  );
  api.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const { grain, by, where, from, to } = c.req.valid('query');
    const snapshot = c.get('snapshot');
    const rows = await series(p, snapshot, { kpi: id, grain, by, where, from, to });
    if (wantsCsv(c)) {
      const name = `${id}-${grain}-snapshot-${snapshot.number}.csv`;
      const table = csv([seriesHeader(by), ...seriesCells(kpiOf(snapshot, id).header, by, rows)]);
      return c.body(table, 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}"`,
        Vary: 'Accept',
      });
    }
    return c.json({ kpi: id, snapshot: snapshot.number, grain, by, where, rows }, 200, { Vary: 'Accept' });
  });
}

const wantsCsv = (c: Context) =>
  (c.req.query('format') ?? (c.req.header('Accept')?.startsWith('text/csv') ? 'csv' : 'json')) === 'csv';
