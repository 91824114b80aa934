// What CloudFront does in AWS, and no more: one address, of which /api goes to the function and /landing to the bucket.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetFunctionUrlConfigCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Emulator } from './emulator.ts';
import { bucketName, functionName } from './names.ts';

export interface Front {
  url: string;
  close(): Promise<void>;
}

/** The emulator looks whether a request to a function is signed, and at no more of the signature than its shape. */
const SIGNED = {
  authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-2/lambda/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
};

/** Serves the front before the deployed API. */
export async function startFront(emulator: Emulator): Promise<Front> {
  let api: Promise<string> | undefined;
  const server = createServer(async (asked, answer) => {
    const path = asked.url ?? '/';
    api ??= functionAddress(emulator);
    // An address that is signed for the emulator names the bucket in its path, where one of S3's has it in the host.
    if (path.startsWith(`/${bucketName('landing')}/landing/`)) pass(asked, answer, emulator.url + path);
    else pass(asked, answer, (await api) + path, SIGNED);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => (server.close(() => resolve()), server.closeAllConnections())),
  };
}

/** The address of the API's own function. */
export async function functionAddress({ url, client }: Emulator): Promise<string> {
  const lambda = new LambdaClient(client);
  const { FunctionUrl } = await lambda.send(new GetFunctionUrlConfigCommand({ FunctionName: functionName('api') }));
  return `${url}/_aws/lambda-url/${new URL(FunctionUrl!).hostname.split('.')[0]}`;
}

function pass(asked: IncomingMessage, answer: ServerResponse, to: string, signature: object = {}): void {
  const { host: _, ...headers } = asked.headers;
  const passed = request(to, { method: asked.method, headers: { ...headers, ...signature } }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
  });
  passed.on('error', () => answer.writeHead(502).end());
  asked.pipe(passed);
}
