// Erases a person on the word of the data protection lead, or proves that it was done. Only who may invoke functions of the account
// reaches it: there is no address. It sets the tombstone; what is kept goes with the next build, which has the rights for that.
import { z } from 'zod';
import { SafeguardingError } from '../etl/errors.ts';
import { proofOf } from '../etl/vault/erasure/proof.ts';
import { ERASURES } from '../etl/vault/erasure/tombstone.ts';
import { openHere } from './aws/partnership.ts';
import { tell, tellFailure } from './aws/tell.ts';
import { erase } from './erasure.ts';
import { unexpected } from './unexpected.ts';

const Asked = z.union([
  z.strictObject({ erasure: z.string() }),
  z.strictObject({
    agency: z.string(),
    local_id: z.string().min(1),
    reason: z.enum(ERASURES),
    /** Who asks, for the record; AWS's own trail says with which right. */
    by: z.string().regex(/^[\w.@-]{1,80}$/),
    dry_run: z.boolean().default(false),
  }),
]);

const p = await openHere();

/** @returns a proof, or what was done or found; or the problem, in words that hold nothing of whoever was asked for */
export async function handler(event: unknown): Promise<object> {
  const asked = Asked.safeParse(event);
  if (!asked.success)
    return { problem: `Expected {"erasure"}, or {"agency", "local_id", "reason": ${ERASURES.join(' | ')}, "by"}.` };
  try {
    if ('erasure' in asked.data) return await proofOf(p, asked.data.erasure);
    const { by, dry_run, ...person } = asked.data;
    const who = { issuer: 'this account', subject: by, role: 'operator', agency: '', session: '' } as const;
    const { references, tombstone } = await erase(p, who, person, dry_run);
    tell('erasure', { references: references.length, tombstone: tombstone?.id ?? null });
    return { erasure: tombstone?.id ?? null, references };
  } catch (error) {
    tellFailure('erase', error);
    return { problem: error instanceof SafeguardingError ? error.message : unexpected(error) };
  }
}
