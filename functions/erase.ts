// Erases, seals or unseals a person on the word of the data protection lead, or proves that one was erased. Only who may invoke functions of the account
// reaches it: there is no address. It says what is to be; the next build, which has the rights for that, does it.
import { z } from 'zod';
import { proofOf } from '../etl/vault/erasure/proof.ts';
import { ERASURES } from '../etl/vault/erasure/tombstone.ts';
import { LIFTINGS } from '../etl/vault/seal.ts';
import { openHere } from './aws/partnership.ts';
import { tellFailure } from './aws/tell.ts';
import { erase } from './erasure.ts';
import { seal, unseal } from './sealing.ts';

const person = {
  agency: z.string(),
  local_id: z.string().min(1),
  /** Who asks, for the record; AWS's own trail says with which right. */
  by: z.string().regex(/^[\w.@-]{1,80}$/),
};
const Asked = z.union([
  z.strictObject({ erasure: z.string() }),
  z.strictObject({ do: z.literal('erase'), ...person, reason: z.enum(ERASURES), dry_run: z.boolean().default(false) }),
  z.strictObject({ do: z.literal('seal'), ...person }),
  z.strictObject({ do: z.literal('unseal'), ...person, reason: z.enum(LIFTINGS) }),
]);

const p = await openHere();

/** @returns a proof, or what was done or found; or the problem, in words that hold nothing of whoever was asked for */
export async function handler(event: unknown): Promise<object> {
  const asked = Asked.safeParse(event);
  if (!asked.success)
    return { problem: 'This is not what docs/runbook.md, "When a person is to be erased or sealed", says to send.' };
  try {
    return await answer(asked.data);
  } catch (error) {
    return { problem: tellFailure('erase', error) };
  }
}

async function answer(asked: z.infer<typeof Asked>): Promise<object> {
  if ('erasure' in asked) return proofOf(p, asked.erasure);
  const who = { issuer: 'this account', subject: asked.by, role: 'operator', agency: '', session: '' } as const;
  const { agency, local_id } = asked;
  switch (asked.do) {
    case 'seal':
      return { sealed: (await seal(p, who, { agency, local_id })).id };
    case 'unseal':
      return { lifted: (await unseal(p, who, { agency, local_id }, asked.reason)).map(({ id }) => id) };
    case 'erase': {
      const { references, tombstone } = await erase(p, who, { agency, local_id, reason: asked.reason }, asked.dry_run);
      return { erasure: tombstone?.id ?? null, references };
    }
  }
}
