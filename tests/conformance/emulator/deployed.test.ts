// The whole product on the emulator: the stacks are deployed, a file goes up, its receipt and the new figure come out of the deployed API.
import { setTimeout as sleep } from 'node:timers/promises';
import { DisableRuleCommand, EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { emulated } from './emulated.ts';
import { absent } from './emulator.ts';
import { functionAddress } from './front.ts';
import { bucketName } from './names.ts';
import { deployed, type Sent, until } from './product.ts';
import { erasedSuite } from './suites/erased.ts';
import { retainedSuite } from './suites/retained.ts';

const product = emulated(deployed, 900_000);
afterAll(() => product()?.close());

const HEAD =
  'episode_id,person_urn,surname,forename,dob,sex,home_postcode,missing_from,reported_at,returned_at,risk_grade';
const fileOf = (episodes: number) =>
  Buffer.from(
    [
      HEAD,
      ...Array.from(
        { length: episodes },
        (_, i) =>
          `E${i},P${i},Testone,Ann,2012-02-0${(i % 9) + 1},Female,ST1 1AA,Home,2024-05-1${i % 10}T09:30,2024-05-1${i % 10}T19:30,Low`,
      ),
      '',
    ].join('\n'),
  );

const held = () => product().held('landing', 'vault', 'lake');

const event = (key: string, bucket = bucketName('landing')) => ({
  version: '0',
  source: 'aws.s3',
  'detail-type': 'Object Created',
  account: '000000000000',
  detail: { bucket: { name: bucket }, object: { key, size: 1, etag: 'x', sequencer: '0' } },
});

describe.skipIf(absent)('the deployed product', () => {
  it('is reached by nobody but through its own address', async () => {
    const { emulator, url } = product();
    const address = await functionAddress(emulator);
    expect((await fetch(`${address}/api/session/sign-in`, { redirect: 'manual' })).status).toBe(403);
    expect((await fetch(`${url}/api/kpis`)).status).toBe(401);
  });

  let first: Sent;

  it('takes a file by its presigned address, and gives its receipt and the new figure', async () => {
    const { send, landed, episodes, ask } = product();
    first = await send('missing_2024_05.csv', fileOf(7));
    expect(first.status).toBe(200);
    const { problem, submission } = await landed(first.id);
    expect(problem).toBeNull();
    await until(episodes);
    const receipt = await ask<{ outcome: string; accepted: number }>(
      `/api/submissions/${submission}`,
      'supplier',
      'police',
    );
    expect(receipt).toMatchObject({ outcome: 'accepted', accepted: 7 });
    expect(await until(episodes)).toBe(7);
  });

  it('counts a correction in place of what it corrects', async () => {
    const { send, landed, episodes } = product();
    await landed((await send('missing_2024_05_v2.csv', fileOf(9))).id);
    expect(await until(async () => ((await episodes()) === 9 ? 9 : undefined))).toBe(9);
  });

  it('changes nothing for replayed, reordered and forged events', async () => {
    const { emulator, invoke, episodes } = product();
    const before = await held();
    const known = before.map((line) => line.split(' ')[0]!).filter((key) => /^landing\/.*content$/.test(key));
    const inbox = `landing/inbox/police/police-missing/${first.id}/content`;
    const keys = [inbox, ...known.toReversed(), inbox, ...known];
    const forged = [
      'landing/inbox/police/police-missing/ffffffffffffffffffffffffffffffff/content',
      'landing/inbox/council/police-missing/ffffffffffffffffffffffffffffffff/content',
      'landing/police-missing/ffffffffffffffffffffffffffffffff/content',
      'landing/../vault/key',
      '../../etc/passwd',
      '',
    ];
    const bodies = [...keys, ...forged].map((key) => JSON.stringify(event(key)));
    bodies.push(
      JSON.stringify(event(inbox, 'somebody-elses')),
      'no JSON',
      'null',
      '{}',
      JSON.stringify({ key: forged[0] }),
    );
    const Records = bodies.map((body, i) => ({ messageId: String(i), body }));
    expect(await invoke('land', { Records })).toEqual({ batchItemFailures: [] });

    const queues = new SQSClient(emulator.client);
    const { QueueUrls = [] } = await queues.send(new ListQueuesCommand({}));
    const toLand = QueueUrls.find((url) => /ToLand(?!failed)/.test(url))!;
    for (const MessageBody of bodies) await queues.send(new SendMessageCommand({ QueueUrl: toLand, MessageBody }));
    await invoke('build');
    await invoke('build');
    await sleep(5000);
    expect(await held()).toEqual(before);
    expect(await episodes()).toBe(9);
  });

  it('lands nothing that was not announced, and nothing that is not what was announced', async () => {
    const { s3, send, landed, invoke, episodes } = product();
    const before = await held();
    const Key = `landing/inbox/police/police-missing/${'e'.repeat(32)}/content`;
    await s3.send(new PutObjectCommand({ Bucket: bucketName('landing'), Key, Body: fileOf(50) }));
    const other = await send('missing_2024_06.csv', fileOf(3), Buffer.from('x'.repeat(fileOf(3).length)));
    if (other.status === 200) expect((await landed(other.id)).problem).toContain('did not arrive as it was sent');
    await invoke('build');
    const receipts = (keys: string[]) => keys.filter((key) => key.startsWith('lake/receipts/'));
    expect(receipts(await held())).toEqual(receipts(before));
    expect(await episodes()).toBe(9);
  });

  it('finds by itself what no event told of', async () => {
    const { emulator, send, upload, landed, invoke, episodes } = product();
    const events = new EventBridgeClient(emulator.client);
    const { Rules = [] } = await events.send(new ListRulesCommand({}));
    const told = Rules.filter(({ Name }) => /FileArrived|ReceiptWritten/.test(Name!));
    expect(told).toHaveLength(2);
    for (const { Name } of told) await events.send(new DisableRuleCommand({ Name }));
    const { id } = await send('missing_2024_05_v3.csv', fileOf(4));
    await sleep(5000);
    expect((await upload(id)).state).toBe('waiting');
    await invoke('reconcile');
    await landed(id);
    await invoke('reconcile'); // of what was landed after the first one had asked for a build, nobody told
    expect(await until(async () => ((await episodes()) === 4 ? 4 : undefined))).toBe(4);
  });

  retainedSuite(product, () => first.id);
  erasedSuite(product);
});
