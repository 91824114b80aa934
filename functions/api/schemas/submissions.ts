import { z } from '@hono/zod-openapi';
import { WITHDRAWALS } from '../../../etl/landing/receipt.ts';
import { count } from './parts.ts';

export const Reason = z
  .object({
    rule: z.string(),
    column: z.string().nullable(),
    severity: z.enum(['refuse', 'reject', 'warn']),
    rows: count,
    advice: z.string(),
    example_rows: z.array(count).openapi({ description: 'Up to ten row numbers; the header is row 1 of a CSV' }),
  })
  .openapi('Reason');

export const submissionId = z.string().regex(/^[0-9a-f]{32}$/, 'Expected 32 characters of 0-9 and a-f.');

const Reasons = z.enum(WITHDRAWALS).openapi('WithdrawalReason');

const Withdrawal = z.object({ at: z.iso.datetime(), reason: Reasons }).openapi('Withdrawal');

export const Submission = z
  .object({
    id: z.string(),
    extract: z.string().nullable(),
    agency: z.string().nullable(),
    file: z.string(),
    period: z.string().nullable(),
    version: count.nullable(),
    received_at: z.iso.datetime(),
    outcome: z.enum(['accepted', 'accepted with rejects', 'refused', 'duplicate']),
    rows: count,
    accepted: count,
    rejected: count,
    repeated: count,
    warned: count,
    reasons: z.array(Reason),
    counts: z.boolean().openapi({
      description: 'True when this submission is in the current snapshot; false when refused or superseded',
    }),
    erased: z
      .union([count, z.literal('a few')])
      .optional()
      .openapi({
        description:
          'Of the accepted rows, how many are of people who were erased: in no figure. A few: 1 to 5; more to the nearest five',
      }),
    withdrawn: Withdrawal.optional().openapi({ description: 'Where its agency took it back' }),
  })
  .openapi('Submission');

export const RejectedRow = z
  .object({ row: count, column: z.string().nullable(), rule: z.string(), advice: z.string() })
  .openapi('RejectedRow');

export const SubmissionDetail = Submission.extend({ rejects: z.array(RejectedRow) }).openapi('SubmissionDetail');

export const Withdraw = z.strictObject({ reason: Reasons }).openapi('Withdraw');
