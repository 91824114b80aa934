import type { Partnership } from '../etl/partnership.ts';
import { retain, type Retention, retentionIsDue } from '../etl/retention/retain.ts';
import { anchorEnd, record } from './api/audit/record.ts';

const SCHEDULE = { issuer: 'this product', subject: 'schedule', role: 'operator', agency: '', session: '' } as const;

/**
 * What is done every few minutes beside reconciling: once a day, what was kept long enough goes; and the end of the record of who saw what gets its anchor.
 * @returns what went, where that was due
 * @throws SafeguardingError (unavailable) where the record cannot be written: then nothing goes
 */
export async function upkeep(p: Partnership): Promise<Retention | undefined> {
  let report: Retention | undefined;
  if (await retentionIsDue(p)) {
    const target = 'files and snapshots that were kept long enough';
    await record(p, { actor: SCHEDULE, action: 'retain', target, decision: 'allowed' });
    report = await retain(p);
  }
  await anchorEnd(p);
  return report;
}
