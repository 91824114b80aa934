import { userInfo } from 'node:os';
import type { Partnership } from '../../etl/partnership.ts';
import type { Action } from '../api/audit/entry.ts';
import { record } from '../api/audit/record.ts';

/** Writes down what somebody does at the command of this machine, before it is done. @throws SafeguardingError (unavailable) */
export const recordHere = (p: Partnership, action: Action, target: string): Promise<void> =>
  record(p, {
    actor: { issuer: 'this machine', subject: userInfo().username, role: 'operator', agency: '', session: '' },
    action,
    target,
    decision: 'allowed',
  });
