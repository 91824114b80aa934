import type { Reason, Submission } from '../api/shapes.ts';

/**
 * What a failed rule did. A row that another rule rejects is not kept, whatever it is warned about besides.
 * @param warned how many rows of the same files were kept with a warning of any rule
 */
export function ruleEffect({ severity, rows }: Pick<Reason, 'severity' | 'rows'>, warned: number): string {
  if (severity === 'refuse') return 'File refused';
  if (severity === 'reject') return 'Row rejected';
  if (rows <= warned) return 'Kept, warned';
  return warned === 0 ? 'Rejected for another reason' : 'Kept, warned; some rejected for another reason';
}

/** `ends-before-it-starts` is "Ends before it starts". */
export const ruleName = (rule: string) => rule.charAt(0).toUpperCase() + rule.slice(1).replaceAll('-', ' ');

/** What became of a submission, for a heading or a cell. */
export const OUTCOME: Record<Submission['outcome'], string> = {
  accepted: 'Accepted',
  'accepted with rejects': 'Accepted with rejects',
  refused: 'Refused',
  duplicate: 'Duplicate',
};

/** Why an agency took a file back. */
export const WITHDRAWN: Record<NonNullable<Submission['withdrawn']>['reason'], string> = {
  'wrong file': 'It is the wrong file',
  'wrong period': 'It is of another period',
  'not complete': 'It is not complete',
  'should not have been sent': 'It should not have been sent',
  other: 'Another reason',
};

/** Whether the figures use it, and if not why. */
export function useOf({ outcome, counts, withdrawn }: Pick<Submission, 'outcome' | 'counts' | 'withdrawn'>): string {
  if (withdrawn) return counts ? 'Withdrawn: in the figures until they are next built' : 'Withdrawn';
  if (counts) return 'In the figures';
  if (outcome === 'refused') return 'Not in the figures';
  return outcome === 'duplicate' ? 'The same file came before' : 'Replaced, or not built yet';
}
