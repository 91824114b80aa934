import { createRoute, z } from '@hono/zod-openapi';
import { SafeguardingError } from '../../../etl/errors.ts';
import { readReceipt } from '../../../etl/landing/receipt.ts';
import { withdraw } from '../../../etl/landing/withdraw.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { answers, queryOf } from '../answers.ts';
import { record } from '../audit/record.ts';
import type { Api } from '../env.ts';
import { pin } from '../pin.ts';
import type { Place } from '../place.ts';
import { Submission, submissionId, Withdraw } from '../schemas/submissions.ts';
import { shown } from './submissions.ts';

const { 304: _, ...problems } = answers(Submission, '');
const route = createRoute({
  method: 'post',
  path: '/api/submissions/{id}/withdraw',
  summary: 'Take a file back: from the next build on it does not count, and what it had replaced counts again',
  description: 'Nothing is removed. The same file may be sent again, and is another submission then.',
  request: {
    params: z.object({ id: submissionId }),
    query: queryOf({}),
    body: { required: true, content: { 'application/json': { schema: Withdraw } } },
  },
  responses: {
    ...problems,
    200: { description: 'Its receipt', content: { 'application/json': { schema: Submission } } },
  },
});

export function withdrawRoutes(api: Api, p: Partnership, { wake }: Place): void {
  api.on('POST', route.getRoutingPath(), pin(p));
  api.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const { actor, agency, snapshot } = c.var;
    const receipt = await readReceipt(p, id);
    const allowed = receipt && (!agency || receipt.agency === agency);
    await record(p, { actor, action: 'withdraw', target: id, decision: allowed ? 'allowed' : 'denied' });
    if (!allowed)
      throw new SafeguardingError('not-found', `There is no submission "${id}". /api/submissions lists them.`);
    const withdrawn = await withdraw(p, id, c.req.valid('json').reason);
    wake();
    return c.json(shown(snapshot)(withdrawn), 200);
  });
}
