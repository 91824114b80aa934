import type { Actor } from '../session/actor.ts';

/** What is written down of who did what. */
export const ACTIONS = [
  'sign-in',
  'sign-out',
  'small-numbers',
  'export',
  'upload',
  'withdraw',
  'list',
  're-identify',
  'decide',
  'view-as',
  'read-record',
  'erase',
  'seal',
  'retain',
  'deny',
] as const;
export type Action = (typeof ACTIONS)[number];

/** One thing that somebody did or was refused. It never names a child: a target is a table, a KPI, a submission or a reference. */
export interface Deed {
  /** Undefined where nobody had signed in. */
  actor: Pick<Actor, 'issuer' | 'subject' | 'role' | 'agency' | 'session'> | undefined;
  action: Action;
  target: string;
  decision: 'allowed' | 'denied';
  /** Why it was asked for, where a purpose had to be given. */
  purpose?: string;
}

/** A deed as a link of the chain. */
export interface Entry {
  /** 1, 2, 3, with no number left out. */
  seq: number;
  at: string;
  actor: NonNullable<Deed['actor']> | null;
  action: Action;
  target: string;
  purpose: string | null;
  decision: Deed['decision'];
  /** Tells this deed from every other, so that a write whose answer was lost is known again. */
  request: string;
  /** The hash of the entry before. */
  prev: string;
}

/** An entry with what shows that it was not changed. Both are of the entry's canonical JSON: 64 hexadecimal digits each. */
export interface Sealed extends Entry {
  /** SHA-256, which anybody can check. */
  hash: string;
  /** HMAC-SHA-256, which nobody can make who has not the key. */
  mac: string;
}

/** The hashes of entries in a row, kept apart from them: what was cut off the chain, or written anew, is missing here. */
export interface Anchor {
  at: string;
  /** The number of the first. */
  from: number;
  hashes: string[];
  mac: string;
}
