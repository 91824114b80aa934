// The whole product on the emulator: the stacks are deployed, a file goes up, its receipt and the new figure come out of the deployed API.
import { createHash } from 'node:crypto';
import { ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DisableRuleCommand, EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../etl/partnership.ts';
import { type DemoProvider, demoProvider } from '../../../functions/local/identity/demo-provider.ts';
import { askAt, postAt } from '../../signed-in.ts';
import { bucketName, deploy, functionName, tell } from './deploy.ts';
import { absent, type Emulator, startEmulator } from './emulator.ts';
import { type Front, functionAddress, startFront } from './front.ts';

let emulator: Emulator;
let provider: DemoProvider;
let front: Front;
let s3: S3Client;

beforeAll(async () => {
  if (absent) return;
  emulator = await startEmulator();
  s3 = new S3Client({ ...emulator.client, forcePathStyle: true });
  const config = readConfig();
  provider = await demoProvider({ config, synthetic: false });
  await deploy(emulator, config, provider.issuer, provider.clientId);
  front = await startFront(emulator);
  const { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID } = provider;
  await tell(emulator, 'api', { OIDC_ISSUER, OIDC_CLIENT_ID, PUBLIC_URL: front.url });
}, 900_000);
afterAll(() => Promise.all([front?.close(), provider?.close(), emulator?.close()]));

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

interface Address {
  id: string;
  put: { url: string; headers: Record<string, string> };
}

/** Announces a file as its agency's supplier, and puts its bytes where that says. */
async function send(file: string, bytes: Buffer, sent = bytes): Promise<{ id: string; status: number }> {
  const announced = {
    extract: 'police-missing',
    file,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const answer = await postAt(`${front.url}/api/uploads`, announced, 'supplier', 'police');
  expect(answer.status, await answer.clone().text()).toBe(200);
  const { id, put } = (await answer.json()) as Address;
  const { status } = await fetch(put.url, { method: 'PUT', headers: put.headers, body: new Uint8Array(sent) });
  return { id, status };
}

const ask = async <T>(path: string, role: 'supplier' | 'analyst', agency = 'police'): Promise<T> => {
  const answer = await askAt(`${front.url}${path}`, role, agency);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as T;
};

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(500);
  }
}

const upload = (id: string) =>
  ask<{ state: string; submission: string; problem: string | null }>(`/api/uploads/${id}`, 'supplier');

const landed = (id: string) =>
  until(async () => {
    const now = await upload(id);
    return now.state === 'waiting' ? undefined : now;
  });

const episodes = async (): Promise<number | undefined> => {
  const answer = await askAt(`${front.url}/api/kpis/missing-episodes/series?grain=month`, 'analyst');
  if (answer.status !== 200) return undefined;
  const { rows } = (await answer.json()) as { rows: { period: string; numerator: number }[] };
  return rows.find(({ period }) => period === '2024-05')?.numerator;
};

/** All that the zones hold, with what identifies each object's bytes. */
async function held(): Promise<string[]> {
  const zones = ['landing', 'vault', 'lake'].map(async (zone) => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucketName(zone) }));
    return Contents.map(({ Key, ETag }) => `${Key} ${ETag}`);
  });
  return (await Promise.all(zones)).flat();
}

const event = (key: string, bucket = bucketName('landing')) => ({
  version: '0',
  source: 'aws.s3',
  'detail-type': 'Object Created',
  account: '000000000000',
  detail: { bucket: { name: bucket }, object: { key, size: 1, etag: 'x', sequencer: '0' } },
});

const invoke = async (name: string, payload: object = {}) => {
  const lambda = new LambdaClient(emulator.client);
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName: functionName(name), Payload: JSON.stringify(payload) }),
  );
  expect(FunctionError).toBeUndefined();
  return JSON.parse(Buffer.from(Payload!).toString() || 'null') as unknown;
};

describe.skipIf(absent)('the deployed product', () => {
  it('is reached by nobody but through its own address', async () => {
    const address = await functionAddress(emulator);
    expect((await fetch(`${address}/api/session/sign-in`, { redirect: 'manual' })).status).toBe(403);
    expect((await fetch(`${front.url}/api/kpis`)).status).toBe(401);
  });

  let first: { id: string; status: number };

  it('takes a file by its presigned address, and gives its receipt and the new figure', async () => {
    first = await send('missing_2024_05.csv', fileOf(7));
    expect(first.status).toBe(200);
    const { problem, submission } = await landed(first.id);
    expect(problem).toBeNull();
    await until(episodes);
    const receipt = await ask<{ outcome: string; accepted: number }>(`/api/submissions/${submission}`, 'supplier');
    expect(receipt).toMatchObject({ outcome: 'accepted', accepted: 7 });
    expect(await until(episodes)).toBe(7);
  });

  it('counts a correction in place of what it corrects', async () => {
    await landed((await send('missing_2024_05_v2.csv', fileOf(9))).id);
    expect(await until(async () => ((await episodes()) === 9 ? 9 : undefined))).toBe(9);
  });

  it('changes nothing for replayed, reordered and forged events', async () => {
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
    const events = new EventBridgeClient(emulator.client);
    const { Rules = [] } = await events.send(new ListRulesCommand({}));
    const arrived = Rules.find(({ Name }) => Name?.includes('FileArrived'))!.Name;
    await events.send(new DisableRuleCommand({ Name: arrived }));
    const { id } = await send('missing_2024_05_v3.csv', fileOf(4));
    await sleep(5000);
    expect((await upload(id)).state).toBe('waiting');
    await invoke('reconcile');
    await landed(id);
    expect(await until(async () => ((await episodes()) === 4 ? 4 : undefined))).toBe(4);
  });
});
