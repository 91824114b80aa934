import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bare page fetches, in bytes as they are sent. */
export interface Bytes {
  script: number;
  answer: number;
}

const PAGE = '<!doctype html><title>Bare</title><script type="module" src="/script.js"></script><main></main>';
const DRAW =
  "await (await fetch('/answer')).text();document.querySelector('main').innerHTML='<svg class=\"chart\"></svg>';//";

/** Serves the least that a page with a picture can be: one script, one answer, one svg, with as many bytes as the dashboard's. */
export async function bareServer({ script, answer }: Bytes): Promise<{ url: string; close(): void }> {
  const filler = (bytes: number) =>
    randomBytes(Math.ceil(bytes / 2))
      .toString('hex')
      .slice(0, bytes);
  const bodies: Record<string, [string, string]> = {
    '/': ['text/html', PAGE],
    '/script.js': ['text/javascript', DRAW + filler(script - DRAW.length)],
    '/answer': ['text/plain', filler(answer)],
  };
  const server = createServer(({ url }, response) => {
    const [type, body] = bodies[url!] ?? ['text/plain', ''];
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close() && server.closeAllConnections(),
  };
}
