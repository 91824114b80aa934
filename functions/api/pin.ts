import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { decisionsKept } from '../../etl/decisions/log.ts';
import { listReceipts, type Receipt } from '../../etl/landing/receipt.ts';
import type { Partnership } from '../../etl/partnership.ts';
import { pinnedSnapshot } from '../pinned.ts';
import type { ApiEnv } from './env.ts';

/**
 * To whom it is answered: others get other figures and other lists under the same address, and so does whoever looks as another role. And
 * in which session: in another the browser may not go on from what it kept, so that each session's questions are recorded.
 */
const audienceOf = (c: Context<ApiEnv>) =>
  [
    c.get('agency') ? `of-${c.get('agency')}` : 'partnership',
    c.get('actor').session.slice(0, 8),
    c.get('session').view_as,
  ]
    .filter(Boolean)
    .join('-');

/**
 * Pins the snapshot that a request is answered from and names it in the ETag, so that asking again costs nothing until there is another.
 * @param also what else the answer depends on
 */
export const pin = (
  p: Partnership,
  also: (p: Partnership, c: Context<ApiEnv>) => Promise<string> | string = () => '',
) =>
  createMiddleware<ApiEnv>(async function pin(c, next) {
    const asAt = c.req.query('as_at');
    const snapshot = await pinnedSnapshot(p, asAt && /^\d+$/.test(asAt) ? Number(asAt) : undefined);
    const tag = `"${[snapshot.number, audienceOf(c), await also(p, c)].filter((part) => part !== '').join('-')}"`;
    const known = asked(c.req.header('If-None-Match'));
    if (known.includes(tag) || known.includes('*')) return c.body(null, 304, { ETag: tag });
    c.set('snapshot', snapshot);
    await next();
    if (c.res.ok) c.res.headers.set('ETag', tag);
  });

const asked = (header: string | undefined) => header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];

/**
 * Receipts come without a new snapshot when a file is refused or withdrawn, rows of an erased person go after one, and a file grows late by
 * the day. Who is answered of one agency is told of no other by it: not even that it sent something.
 */
export async function receiptsAndDay(p: Partnership, c: Context<ApiEnv>): Promise<string> {
  const receipts = (await listReceipts(p)).filter(ofAgency(c.get('agency')));
  const withdrawn = receipts.filter((receipt) => receipt.withdrawn).length;
  const erased = receipts.reduce((rows, receipt) => rows + (receipt.erased ?? 0), 0);
  return `${receipts.length}-${withdrawn}-${erased}-${p.clock.now().toISOString().slice(0, 10)}`;
}

/** Whether a receipt is one of an agency; of any where none is named. A file that no contract knows is no agency's. */
export const ofAgency = (agency: string | undefined) => (receipt: Receipt) => !agency || receipt.agency === agency;

/** Targets, notes and rebases change without a new snapshot. */
export async function decisionsToo(p: Partnership): Promise<string> {
  const kept = await decisionsKept(p);
  return kept === 0 ? '' : `${kept}d`;
}
