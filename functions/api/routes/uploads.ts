import { randomBytes } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import type { Contract } from '../../../etl/contract.ts';
import { SafeguardingError } from '../../../etl/errors.ts';
import { readUploaded, type Upload as Kept, uploadKeys } from '../../../etl/landing/uploaded.ts';
import type { Partnership } from '../../../etl/partnership.ts';
import { parsePeriod } from '../../../etl/periods.ts';
import { demoHolds } from '../../demo-folder.ts';
import { answers, queryOf } from '../answers.ts';
import { record } from '../audit/record.ts';
import type { Api } from '../env.ts';
import type { Place } from '../place.ts';
import { Address, Announced, Upload } from '../schemas/uploads.ts';

const { 304: _, ...problems } = answers(Upload, '');
const params = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/, 'Expected 32 characters of 0-9 and a-f.') });

const announce = createRoute({
  method: 'post',
  path: '/api/uploads',
  summary: "Announce a file of one's own agency, and learn where to put it",
  request: { query: queryOf({}), body: { required: true, content: { 'application/json': { schema: Announced } } } },
  responses: {
    ...problems,
    200: { description: 'Where to put it', content: { 'application/json': { schema: Address } } },
  },
});

const put = createRoute({
  method: 'put',
  path: '/api/uploads/{id}',
  summary: 'Put the bytes of a file that was announced, where the address says so',
  request: {
    params,
    query: queryOf({}),
    body: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
  },
  responses: {
    ...problems,
    200: { description: 'They have arrived', content: { 'application/json': { schema: Upload } } },
  },
});

const became = createRoute({
  method: 'get',
  path: '/api/uploads/{id}',
  summary: "What became of an upload of one's own agency",
  request: { params, query: queryOf({}) },
  responses: { ...problems, 200: { description: 'The upload', content: { 'application/json': { schema: Upload } } } },
});

export function uploadRoutes(api: Api, p: Partnership, { uploads }: Place): void {
  api.openapi(announce, async (c) => {
    const asked = c.req.valid('json');
    const actor = c.get('actor');
    const contract = p.contracts.find(({ id }) => id === asked.extract);
    if (contract?.agency !== actor.agency) {
      await record(p, { actor, action: 'upload', target: contract?.id ?? 'unknown extract', decision: 'denied' });
      throw new SafeguardingError('denied', 'This extract is not one that your agency sends.');
    }
    await assertFit(p, contract, asked);
    const id = randomBytes(16).toString('hex');
    const upload: Kept = { ...asked, id, agency: contract.agency, asked_at: p.clock.now().toISOString() };
    await record(p, { actor, action: 'upload', target: `${contract.id} ${id}`, decision: 'allowed' });
    await p.store.put(uploadKeys.told(upload), JSON.stringify(upload));
    return c.json({ id, put: await uploads.address(upload) }, 200);
  });

  api.openapi(put, async (c) => {
    const { body } = c.req.raw;
    if (!uploads.take || !body) throw new SafeguardingError('not-found', 'No file is taken in here.');
    const { id } = c.req.valid('param');
    await uploads.take(id, c.get('actor').agency, body);
    return c.json(waiting(id), 200);
  });

  api.openapi(became, async (c) => {
    const { id } = c.req.valid('param');
    const found = await readUploaded(p, id);
    // Another agency's is not told from one that is still to be landed.
    if (found?.agency !== c.get('actor').agency) return c.json(waiting(id), 200);
    const { submission, duplicate, problem: why } = found;
    return c.json(
      { id, state: submission ? ('landed' as const) : ('failed' as const), submission, duplicate, problem: why },
      200,
    );
  });
}

const waiting = (id: string) => ({ id, state: 'waiting' as const, submission: null, duplicate: false, problem: null });

const KINDS: Record<Contract['format'], { ending: RegExp; expected: string }> = {
  csv: { ending: /\.(csv|txt)$/i, expected: '.csv or .txt' },
  xlsx: { ending: /\.xlsx$/i, expected: '.xlsx' },
};

/** What is already known to be wrong is told before the bytes are sent. @throws SafeguardingError */
async function assertFit(p: Partnership, { format }: Contract, asked: z.infer<typeof Announced>): Promise<void> {
  const { ending, expected } = KINDS[format];
  if (!ending.test(asked.file))
    throw new SafeguardingError(
      'refused',
      `This extract is sent as ${expected}. Save the file as that, then choose it.`,
    );
  if (asked.period !== undefined && !parsePeriod(asked.period))
    throw new SafeguardingError(
      'usage',
      '"period": Expected one such as 2024-11, "2024-25 Q3", 2025-03-31 or "2025 spring".',
    );
  if (p.synthetic && !(await demoHolds(p, asked.sha256)))
    throw new SafeguardingError(
      'refused',
      'This is the demo, whose children are invented: it takes no files but those in its own folder, demo-files.',
    );
}
