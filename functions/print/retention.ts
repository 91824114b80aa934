import type { Retention } from '../../etl/retention/retain.ts';

const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

/** A report of what went, in plain words. */
export function retentionLines({ dry_run, limits, raw, snapshots }: Retention): string {
  const [go, nothing] = dry_run ? ['Would go', 'would go'] : ['Went', 'went'];
  return [
    `${go}: ${many(raw.went, 'file')} as sent, since they came more than ${many(limits.raw_days, 'day')} ago; ${raw.stays} stay.`,
    ...(raw.waiting > 0
      ? [`${many(raw.waiting, 'file')} without a receipt: none of them ${nothing}. Run: safeguarding reconcile`]
      : []),
    `${go}: ${many(snapshots.went.length, 'snapshot')}${snapshots.went.length > 0 ? ` (${snapshots.went.join(', ')})` : ''}, since they are more than ${many(limits.snapshots_days, 'day')} old; ${snapshots.stays} stay. The current one never goes. What only they held goes with the next reconciliation.`,
    `The record of who saw what stays: it is kept for ${many(limits.audit_years, 'year')}.`,
  ].join('\n');
}
