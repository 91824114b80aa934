import { userInfo } from 'node:os';
import type { Partnership } from '../../etl/partnership.ts';
import type { Action, Deed } from '../api/audit/entry.ts';
import { record } from '../api/audit/record.ts';

/** Whoever runs the command on this machine. */
export const actorHere = (): NonNullable<Deed['actor']> => ({
  issuer: 'this machine',
  subject: userInfo().username,
  role: 'operator',
  agency: '',
  session: '',
});

/** Writes down what somebody does at the command of this machine, before it is done. @throws SafeguardingError (unavailable) */
export const recordHere = (p: Partnership, action: Action, target: string): Promise<void> =>
  record(p, { actor: actorHere(), action, target, decision: 'allowed' });
