// MiniStack, an emulator of AWS, as a process of the test file that asks for it. It comes from PyPI; `.ci/run` installs it.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { scratchFolder } from '../../partnerships.ts';

/** Where CI has put it, and where it must be then; otherwise it is looked for where .ci/run puts it. */
const PROGRAM = process.env.MINISTACK ?? join(homedir(), '.cache/safeguarding/ministack-1.5.33/bin/ministack');

/** Why the tests that need it are skipped; undefined where they are not. */
export const absent =
  process.env.MINISTACK || existsSync(PROGRAM) ? undefined : 'MiniStack is not here: .ci/run installs it';
if (absent) console.log(`skipped: ${absent}`);

export interface Emulator {
  url: string;
  /** What every client of it is made with. */
  client: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
  };
  close(): Promise<void>;
}

/** Starts one, for this machine alone. @param environment of its process, and so of the functions that it runs */
export async function startEmulator(environment: Record<string, string> = {}): Promise<Emulator> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { BIND_HOST: '127.0.0.1', GATEWAY_PORT: String(port), IOT_MTLS_ENABLED: '0', LOG_LEVEL: 'WARNING' };
  const child = spawn(PROGRAM, {
    cwd: scratchFolder(),
    env: { ...process.env, ...settings, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  await answers(`${url}/_ministack/health`, child);
  return { url, client: { endpoint: url, region: 'eu-west-2', credentials }, close: () => ended(child) };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function answers(url: string, child: ChildProcess): Promise<void> {
  let failed: Error | undefined;
  child.once('error', (error) => (failed = error));
  child.once('exit', (code) => (failed ??= new Error(`the emulator ended with ${code}`)));
  while (!(await fetch(url).catch(() => undefined))?.ok) {
    if (failed) throw failed;
    await sleep(100);
  }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill();
  });
