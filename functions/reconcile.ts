// What makes a lost event harmless: every so often the store itself is asked what has no receipt, and the others are told.
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { unlanded } from '../etl/landing/land-key.ts';
import { storeHere } from './aws/partnership.ts';
import { orTell, tell } from './aws/tell.ts';

const store = storeHere();
const queues = new SQSClient();
const { WAKE_QUEUE_URL, BUILD_QUEUE_URL } = process.env;

/** @throws where it was stopped, so that it is tried again */
export const handler = (): Promise<void> =>
  orTell('reconcile', async () => {
    const keys = await unlanded({ store });
    for (const key of keys) await send(WAKE_QUEUE_URL, { key });
    await send(BUILD_QUEUE_URL, {});
    tell('reconciled', { unlanded: keys.length });
  });

const send = (QueueUrl: string | undefined, message: object) =>
  queues.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
