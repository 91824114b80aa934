import { createRoute } from '@hono/zod-openapi';
import { SafeguardingError } from '../../../etl/errors.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { childrenOf } from '../../../etl/query/cell.ts';
import { markOf, roughly } from '../../../etl/query/sensitive.ts';
import { answers, queryOf } from '../answers.ts';
import { record } from '../audit/record.ts';
import type { Api } from '../env.ts';
import { pin } from '../pin.ts';
import type { Place } from '../place.ts';
import { List, ListAsked } from '../schemas/lists.ts';
import { freshlySignedIn } from '../session/step-up.ts';

const { 304: _, ...problems } = answers(List, '');
const route = createRoute({
  method: 'post',
  path: '/api/lists',
  summary: "One's own agency's references of the children in a figure of the current snapshot",
  description:
    'Never a name, and never what another agency calls a child. Each is recorded, and nobody has more than some a day.',
  request: { query: queryOf({}), body: { required: true, content: { 'application/json': { schema: ListAsked } } } },
  responses: { ...problems, 200: { description: 'The list', content: { 'application/json': { schema: List } } } },
});

export function listRoutes(api: Api, p: Partnership, { reIdentify }: Place): void {
  api.on('POST', route.path, freshlySignedIn(p), pin(p));
  api.openapi(route, async (c) => {
    const { purpose: why, case_ref, ...asked } = c.req.valid('json');
    const { actor, snapshot } = c.var;
    const children = await childrenOf(p, snapshot, asked);
    const where = Object.entries(asked.where).map(([split, values]) => `${split}=${values.join('|')}`);
    const cell = [asked.kpi, asked.period, asked.of, ...where].join(' ');
    const said = { actor, action: 're-identify', purpose: `${why} (${case_ref})` } as const;
    const person = `${actor.issuer} ${actor.subject}`;
    const { references, others } = await reIdentify({
      agency: actor.agency,
      person,
      snapshot: snapshot.number,
      children,
    }).catch(async (error: unknown) => {
      if (error instanceof SafeguardingError) await record(p, { ...said, target: cell, decision: 'denied' });
      throw error;
    });
    await record(p, { ...said, target: `${cell}: ${references.length} references`, decision: 'allowed' });
    c.header('Cache-Control', 'no-store');
    return c.json(
      {
        snapshot: snapshot.number,
        kpi: asked.kpi,
        period: asked.period,
        agency: actor.agency,
        references,
        ...othersTold(others),
      },
      200,
    );
  });
}

/**
 * How many others there are is a figure about children of other agencies: it is told roughly, so that two lists that differ by one child
 * do not say so of it.
 */
const othersTold = (others: number) => ({ others: roughly(others), ...markOf(others) });
