import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { Hono } from 'hono';
import { listen, type Listening } from '../../../functions/local/listen.ts';

const app = new Hono().get('/', (c) => c.text('here'));
const open: Listening[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
const listening = async (port?: number) => {
  const server = await listen(app, port);
  open.push(server);
  return server;
};

it('serves this machine alone', async () => {
  const { url } = await listening(0);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(url)).text()).toBe('here');
  // 127.0.0.2 is this machine too: whatever listens on every address answers there.
  await expect(fetch(url.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('fetch failed');
});

it('takes the next free port unless told which', async () => {
  const [first, second] = [await listening(), await listening()];
  expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(new URL(first.url).port));
});

it('refuses a port that is taken when told to use it', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as { port: number };
  await expect(listen(app, port)).rejects.toThrow(`Port ${port} is taken`);
  other.close();
});
