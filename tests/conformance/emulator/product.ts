// The deployed product, as whoever uses it and whoever runs it meet it.
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { readConfig } from '../../../etl/partnership.ts';
import { demoProvider } from '../../../functions/local/identity/demo-provider.ts';
import type { Role } from '../../../functions/api/session/actor.ts';
import { askAt, postAt } from '../../signed-in.ts';
import { deploy, tell } from './deploy.ts';
import type { Emulator } from './emulator.ts';
import { startFront } from './front.ts';
import { bucketName, functionName } from './names.ts';
import { s3Stores } from './s3-stores.ts';

export interface Sent {
  id: string;
  status: number;
}

export interface Product {
  emulator: Emulator;
  /** The address of the pages and the API. */
  url: string;
  /** Whoever may do everything in the account. */
  s3: S3Client;
  /** Announces a file as its agency's supplier, and puts its bytes where that says. @param sent other bytes than were announced */
  send(file: string, bytes: Buffer, sent?: Buffer): Promise<Sent>;
  ask<T>(path: string, role: Role, agency?: string): Promise<T>;
  /** How an upload stands. */
  upload(id: string): Promise<Upload>;
  /** The same, once it is landed or cannot be. */
  landed(id: string): Promise<Upload>;
  /** Missing episodes in May 2024, as an analyst sees them; undefined where there is none. */
  episodes(): Promise<number | undefined>;
  /** All that some zones hold, with what identifies each object's bytes. */
  held(...zones: string[]): Promise<string[]>;
  /** Runs a function as its trigger does. @returns what it answers */
  invoke(name: string, payload?: object): Promise<unknown>;
  close(): Promise<unknown>;
}

interface Upload {
  state: string;
  submission: string;
  problem: string | null;
}

/** Asks until there is an answer. */
export async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(500);
  }
}

/** Deploys the product, with a sign-in service in place of the agencies' own. */
export async function deployed(emulator: Emulator): Promise<Product> {
  const config = readConfig();
  const provider = await demoProvider({ config, synthetic: false });
  await deploy(emulator, config, provider.issuer, provider.clientId);
  const front = await startFront(emulator);
  const { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID } = provider;
  await tell(emulator, 'api', { OIDC_ISSUER, OIDC_CLIENT_ID, PUBLIC_URL: front.url });
  const { client: s3 } = s3Stores(emulator);
  const lambda = new LambdaClient(emulator.client);

  const ask = async <T>(path: string, role: Role, agency?: string): Promise<T> => {
    const answer = await askAt(`${front.url}${path}`, role, agency);
    expect(answer.status, await answer.clone().text()).toBe(200);
    return (await answer.json()) as T;
  };
  const upload = (id: string) => ask<Upload>(`/api/uploads/${id}`, 'supplier', 'police');
  return {
    emulator,
    url: front.url,
    s3,
    async send(file, bytes, sent = bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const announced = { extract: 'police-missing', file, size: bytes.length, sha256 };
      const answer = await postAt(`${front.url}/api/uploads`, announced, 'supplier', 'police');
      expect(answer.status, await answer.clone().text()).toBe(200);
      const { id, put } = (await answer.json()) as {
        id: string;
        put: { url: string; headers: Record<string, string> };
      };
      const { status } = await fetch(put.url, { method: 'PUT', headers: put.headers, body: new Uint8Array(sent) });
      return { id, status };
    },
    ask,
    upload,
    landed: (id) =>
      until(async () => {
        const now = await upload(id);
        return now.state === 'waiting' ? undefined : now;
      }),
    async episodes() {
      const answer = await askAt(`${front.url}/api/kpis/missing-episodes/series?grain=month`, 'analyst');
      if (answer.status !== 200) return undefined;
      const { rows } = (await answer.json()) as { rows: { period: string; numerator: number }[] };
      return rows.find(({ period }) => period === '2024-05')?.numerator;
    },
    async held(...zones) {
      const each = zones.map(async (zone) => {
        const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucketName(zone) }));
        return Contents.map(({ Key, ETag }) => `${Key} ${ETag}`);
      });
      return (await Promise.all(each)).flat();
    },
    async invoke(name, payload = {}) {
      const FunctionName = functionName(name);
      const { FunctionError, Payload } = await lambda.send(
        new InvokeCommand({ FunctionName, Payload: JSON.stringify(payload) }),
      );
      const answer = Buffer.from(Payload!).toString();
      expect(FunctionError, answer).toBeUndefined();
      return JSON.parse(answer || 'null') as unknown;
    },
    close: () => Promise.all([front.close(), provider.close()]),
  };
}
