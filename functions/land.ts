// Lands what messages hint at. A message is done once there is a receipt, or nothing that could get one.
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { SafeguardingError } from '../etl/errors.ts';
import { landKey } from '../etl/landing/land-key.ts';
import { hintedKey } from './aws/hint.ts';
import { openHere } from './aws/partnership.ts';
import { tell, tellFailure } from './aws/tell.ts';

const p = await openHere();
const bucket = process.env.LANDING_BUCKET ?? '';

export async function handler({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of Records)
    if (!(await landed(body))) batchItemFailures.push({ itemIdentifier: messageId });
  return { batchItemFailures };
}

/** False where it failed for a reason of ours: the message then comes again. */
async function landed(body: string): Promise<boolean> {
  const key = hintedKey(body, bucket);
  try {
    const receipt = key === undefined ? undefined : await landKey(p, key);
    if (receipt) tell('receipt', { outcome: receipt.outcome, extract: receipt.extract });
    return true;
  } catch (error) {
    tellFailure('land', error);
    return error instanceof SafeguardingError && error.kind === 'refused';
  }
}
