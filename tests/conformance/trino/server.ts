// A real Trino server of one node on this machine, which reads folders of Parquet that tests write.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Where tests/conformance/trino/server/install put it. */
const home = process.env.TRINO_HOME ?? join(homedir(), '.cache/safeguarding/trino-411');
/** Where it is said to be it is not looked for: nothing is skipped. */
export const trinoIsThere = process.env.TRINO_HOME !== undefined || existsSync(join(home, 'complete'));

export interface Trino {
  /** Where its HTTP interface is. */
  url: string;
  stop(): void;
}

/** @param folder where its configuration, its metastore and its log go */
export async function startTrino(folder: string): Promise<Trino> {
  const port = await freePort();
  configure(folder, port);
  const log = join(folder, 'log');
  const server = spawn(
    'java',
    [
      '-Xmx1500m',
      '-XX:+UseSerialGC',
      // Each statement is code of its own and runs once: to compile it well takes longer than to run it.
      '-XX:TieredStopAtLevel=1',
      '-Djdk.attach.allowAttachSelf=true',
      '-Duser.timezone=UTC',
      `-Dnode.data-dir=${folder}`,
      `-Dconfig=${join(folder, 'config.properties')}`,
      '-cp',
      `${join(home, 'lib/*')}:${join(home, 'start')}`,
      'Start',
    ],
    { cwd: folder, stdio: ['ignore', openSync(log, 'w'), openSync(log, 'a')] },
  );
  process.once('exit', () => server.kill('SIGKILL'));
  await started(server, log);
  return { url: `http://127.0.0.1:${port}`, stop: () => server.kill('SIGKILL') };
}

async function started(server: ChildProcess, log: string): Promise<void> {
  while (!readFileSync(log, 'utf8').includes('SERVER STARTED')) {
    if (server.exitCode !== null) throw new Error(`Trino did not start: ${readFileSync(log, 'utf8').slice(-3000)}`);
    await setTimeout(200);
  }
}

function configure(folder: string, port: number): void {
  const write = (name: string, lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'));
  for (const name of ['catalog', 'metastore']) mkdirSync(join(folder, name), { recursive: true });
  write('config.properties', [
    'node.environment=test',
    'node.bind-ip=127.0.0.1',
    'node.internal-address=127.0.0.1',
    'coordinator=true',
    'node-scheduler.include-coordinator=true',
    `http-server.http.port=${port}`,
    `discovery.uri=http://127.0.0.1:${port}`,
    `catalog.config-dir=${join(folder, 'catalog')}`,
    `plugin.dir=${join(home, 'plugin')}`,
    'query.max-memory=800MB',
    'query.max-memory-per-node=800MB',
  ]);
  write('catalog/lake.properties', [
    'connector.name=hive',
    'hive.metastore=file',
    `hive.metastore.catalog.dir=file://${join(folder, 'metastore')}`,
    'hive.non-managed-table-writes-enabled=true',
    'hive.parquet.time-zone=UTC',
  ]);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => probe.once('listening', listening));
  const { port } = probe.address() as { port: number };
  await new Promise((closed) => probe.close(closed));
  return port;
}

interface Page {
  nextUri?: string;
  data?: unknown[][];
  error?: { errorName: string; errorType: string; message: string };
}

/** What a statement came to: its rows, or Trino's complaint. */
export interface Outcome {
  rows: unknown[][];
  error?: { name: string; type: string; message: string };
}

/** Runs one statement to its end (trino.io/docs/current/develop/client-protocol.html). */
export async function runTrino({ url }: Trino, sql: string): Promise<Outcome> {
  const headers = { 'X-Trino-User': 'test', 'X-Trino-Catalog': 'lake', 'X-Trino-Time-Zone': 'UTC' };
  const rows: unknown[][] = [];
  let page = (await (await fetch(`${url}/v1/statement`, { method: 'POST', body: sql, headers })).json()) as Page;
  for (;;) {
    rows.push(...(page.data ?? []));
    if (page.error) {
      const { errorName: name, errorType: type, message } = page.error;
      return { rows, error: { name, type, message } };
    }
    if (!page.nextUri) return { rows };
    page = (await (await fetch(page.nextUri, { headers })).json()) as Page;
  }
}
