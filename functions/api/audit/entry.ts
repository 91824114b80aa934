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
  'erase',
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
