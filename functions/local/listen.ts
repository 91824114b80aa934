import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { SafeguardingError } from '../../etl/errors.ts';

const HOST = '127.0.0.1';
const FIRST_PORT = 8080;
const TRIES = 50;

export interface Listening {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves an app to this machine alone: what goes between it and a browser is not encrypted.
 * @param port the only port that will do (0: any that is free); unless told, the first free one from 8080
 * @throws SafeguardingError when there is no such port free
 */
export async function listen(
  app: { fetch: Parameters<typeof createAdaptorServer>[0]['fetch'] },
  port?: number,
): Promise<Listening> {
  const ports = port === undefined ? Array.from({ length: TRIES }, (_, i) => FIRST_PORT + i) : [port];
  for (const candidate of ports) {
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    if (await listens(server, candidate)) return { url: urlOf(server), close: () => closed(server) };
  }
  throw new SafeguardingError(
    'usage',
    `Port ${ports.join(', ')} is taken or not allowed. Expected a free one, such as --port 0 finds.`,
  );
}

const listens = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once('listening', () => resolve(true));
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen(port, HOST);
  });

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('A server that listens on a port has an address.');
  return `http://${HOST}:${address.port}`;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
