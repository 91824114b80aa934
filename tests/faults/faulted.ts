// Any Store, with what can go wrong between it and whoever calls it.
import { copyFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../etl/storage/store.ts';

export interface Call {
  /** Calls are counted from 1. */
  n: number;
  method: keyof Store;
  key: string;
}

/**
 * What befalls a call: it fails; it waits; it is done twice, and the second reply is the one that arrives; it is done and its
 * reply is lost; the process stops just before it, or just after it. An error is thrown as it is; a function is run first
 * (other workers may do all their work between two calls of this one).
 */
export type Fault =
  'fail' | 'delay' | 'twice' | 'lose reply' | 'stop before' | 'stop after' | Error | (() => Promise<unknown>);

/** The process is gone: nothing that it still tries reaches the store. */
export class Stopped extends Error {
  override name = 'Stopped';
}

export interface FaultedStore extends Store {
  readonly calls: Call[];
}

const METHODS = [
  'read',
  'put',
  'putIfAbsent',
  'putFile',
  'localPath',
  'list',
  'modified',
  'remove',
  'sweep',
] as const satisfies (keyof Store)[];

export function faulted(store: Store, faultOf: (call: Call) => Fault | undefined = () => undefined): FaultedStore {
  const calls: Call[] = [];
  let stopped = false;
  const wrapped = METHODS.map((method) => {
    const act = (args: unknown[]) => (store[method] as (...args: unknown[]) => Promise<unknown>)(...args);
    const through = async (...args: unknown[]) => {
      if (stopped) throw new Stopped();
      const call = { n: calls.length + 1, method, key: String(args[0]) };
      calls.push(call);
      const fault = faultOf(call);
      const broken = () => new Error(`fault at call ${call.n}`);
      if (fault === 'stop before') stopped = true;
      if (stopped) throw new Stopped();
      if (fault === 'fail') throw broken();
      if (fault instanceof Error) throw fault;
      if (typeof fault === 'function') await fault();
      if (fault === 'delay') await sleep(5);
      if (fault === 'twice') await act(again(method, args));
      const reply = await act(args);
      if (fault === 'lose reply') throw broken();
      if (fault === 'stop after') stopped = true;
      if (stopped) throw new Stopped();
      return reply;
    };
    return [method, through];
  });
  return { ...(Object.fromEntries(wrapped) as Store), calls };
}

/** A file that is taken in is gone afterwards, so the first of two calls takes a copy. */
function again(method: keyof Store, args: unknown[]): unknown[] {
  if (method !== 'putFile') return args;
  const [key, path] = args as [string, string];
  const copy = `${path}.again`;
  copyFileSync(path, copy);
  return [key, copy];
}
