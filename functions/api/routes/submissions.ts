import { createRoute, z } from '@hono/zod-openapi';
import { SafeguardingError } from '../../../etl/errors.ts';
import { listReceipts, type Receipt, readReceipt, readRejects } from '../../../etl/landing/receipt.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import type { Snapshot } from '../../../etl/snapshots/log.ts';
import { roughly } from '../../../etl/query/sensitive.ts';
import { answers, IF_NONE_MATCH, queryOf } from '../answers.ts';
import { recordOnce } from '../audit/once.ts';
import type { Api } from '../env.ts';
import { ofAgency, pin, receiptsAndDay } from '../pin.ts';
import { MOST_ROWS_OF_A_SHEET, REJECT_COLUMNS } from '../../print/rejects.ts';
import { Submission, SubmissionDetail, submissionId } from '../schemas/submissions.ts';
import { download, format, formatOf, formatTag, withCsv } from '../download.ts';
import { asAt } from '../series-query.ts';

const list = createRoute({
  method: 'get',
  path: '/api/submissions',
  summary: 'The receipts of all submissions, newest first',
  parameters: [IF_NONE_MATCH],
  request: { query: queryOf({ as_at: asAt }) },
  responses: answers(z.array(Submission), 'Every submission'),
});

const detail = answers(
  SubmissionDetail,
  'The submission; as CSV its rejected rows, each where it stands and why, with no value of a cell',
);
const one = createRoute({
  method: 'get',
  path: '/api/submissions/{id}',
  summary: 'A receipt with each rejected row',
  parameters: [IF_NONE_MATCH],
  request: {
    params: z.object({ id: submissionId }),
    query: queryOf({ as_at: asAt, format }),
  },
  responses: withCsv(detail),
});

export function submissionRoutes(api: Api, p: Partnership): void {
  api.use(list.path, pin(p, receiptsAndDay));
  api.openapi(list, async (c) => {
    const receipts = (await listReceipts(p)).filter(ofAgency(c.get('agency')));
    return c.json(receipts.map(shown(c.get('snapshot'))), 200);
  });
  api.use(
    one.getRoutingPath(),
    pin(p, async (_, c) => [await receiptsAndDay(p, c), formatTag(c)].filter(Boolean).join('-')),
  );
  api.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const receipt = await readReceipt(p, id);
    const { actor, agency } = c.var;
    if (!receipt || !ofAgency(agency)(receipt)) {
      // One that is not there is written down too: nothing is different for who asks about another agency's.
      if (agency) await recordOnce(p, { actor, action: 'deny', target: `receipt ${id}`, decision: 'denied' });
      throw new SafeguardingError('not-found', `There is no submission "${id}". /api/submissions lists them.`);
    }
    if (formatOf(c) !== 'json')
      return download(c, `rejects-${id}`, REJECT_COLUMNS, await readRejects(p, receipt, MOST_ROWS_OF_A_SHEET));
    return c.json({ ...shown(c.get('snapshot'))(receipt), rejects: await readRejects(p, receipt) }, 200, {
      Vary: 'Accept',
    });
  });
}

export const shown =
  (snapshot: Snapshot) =>
  ({ covers: _, sha256: __, erased, ...receipt }: Receipt) => ({
    ...receipt,
    ...(erased ? { erased: roughly(erased) } : {}),
    counts: snapshot.submissions.includes(receipt.id),
  });
