// What has been kept long enough goes; what the current snapshot needs, receipts, decisions and the record of who saw what stay.
import type { Partnership } from '../partnership.ts';
import { readJson } from '../storage/store.ts';
import { removeSnapshot } from '../snapshots/log.ts';
import { findDue } from './due.ts';

type Retained = Pick<Partnership, 'store' | 'clock' | 'config'>;

/** What went, or would go. Kept, so that it can be shown that things are not kept for longer than was decided. */
export interface Retention {
  at: string;
  /** True where nothing was removed. */
  dry_run: boolean;
  limits: Partnership['config']['retention'];
  /** Files as agencies sent them. `waiting`: older or not, they have no receipt, and are never removed. */
  raw: { went: number; stays: number; waiting: number };
  /** `went` by their numbers. What only they name goes with the next reconciliation. */
  snapshots: { went: number[]; stays: number };
}

const FOLDER = 'lake/retention/';

/**
 * Removes what is older than partnership.yaml says, and keeps a report of it.
 * @param options.dryRun only says what would go; no report is kept
 */
export async function retain(p: Retained, { dryRun = false } = {}): Promise<Retention> {
  const due = await findDue(p);
  const report: Retention = {
    at: p.clock.now().toISOString(),
    dry_run: dryRun,
    limits: p.config.retention,
    raw: { went: due.raw.length, stays: due.stays.raw, waiting: due.waiting },
    snapshots: { went: due.snapshots, stays: due.stays.snapshots },
  };
  if (dryRun) return report;
  for (const key of due.raw.flatMap(({ keys }) => keys)) await p.store.remove(key);
  // Only the entries of the log: their tables go when nothing names them, so that a rollback that is being made loses none.
  for (const number of due.snapshots) await removeSnapshot(p, number);
  await p.store.put(`${FOLDER}${report.at.replaceAll(/\W/g, '')}.json`, JSON.stringify(report));
  return report;
}

/** What was removed and when, newest first. */
export async function listRetentions({ store }: Pick<Retained, 'store'>, most: number): Promise<Retention[]> {
  const keys = (await store.list(FOLDER)).slice(-most).reverse();
  const reports = await Promise.all(keys.map((key) => readJson<Retention>(store, key)));
  return reports.filter((report) => report !== undefined);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether it was not done within a day. */
export async function retentionIsDue(p: Retained): Promise<boolean> {
  const [last] = await listRetentions(p, 1);
  return last === undefined || p.clock.now().getTime() - Date.parse(last.at) >= DAY_MS;
}
