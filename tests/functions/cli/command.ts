import { type ChildProcess, spawn } from 'node:child_process';

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

const spawned = (args: string[]): ChildProcess =>
  spawn(process.execPath, ['functions/cli/safeguarding.js', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBUG: '' },
  });

/** Runs the command as a person would, in a process of its own. */
export function safeguarding(...args: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawned(args);
    let [out, err] = ['', ''];
    child.stdout!.on('data', (text) => (out += text));
    child.stderr!.on('data', (text) => (err += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

export interface Started {
  url: string;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<number | null>;
}

/** Starts the server of a data folder. @returns once it says where the dashboard is */
export function start(data: string): Promise<Started> {
  return new Promise((resolve, reject) => {
    const child = spawned(['start', '--data', data, '--port', '0']);
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    let [out, err] = ['', ''];
    child.stderr!.on('data', (text) => (err += text));
    child.stdout!.on('data', (text) => {
      out += text;
      const url = /^Dashboard: (http:\/\/127\.0\.0\.1:\d+)$/m.exec(out)?.[1];
      const stop = () => {
        child.kill('SIGINT');
        return ended;
      };
      if (url) resolve({ url, stop });
    });
    void ended.then((code) => reject(new Error(`start ended with ${code}: ${err}`)));
  });
}
