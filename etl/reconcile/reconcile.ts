// Makes what is in the store what it should be, as if no event had ever been lost and no process had ever been killed.
import { build } from '../build/build.ts';
import { landKey, unlanded } from '../landing/land-key.ts';
import type { Partnership } from '../partnership.ts';
import type { Progress } from '../progress.ts';
import { currentSnapshot } from '../snapshots/log.ts';
import { collectOrphans } from './orphans.ts';

export interface Reconciled {
  /** Submissions and uploads that had arrived and had no receipt: they have one now. */
  landed: number;
  /** Those that have no receipt still: landing them failed, or nobody had announced them. */
  failed: number;
  /** The number of the current snapshot. */
  snapshot: number;
  /** True when submissions or definitions had changed since the snapshot before, and this one is new. */
  built: boolean;
  /** What was left behind by work that never ended, and is removed. */
  collected: number;
}

/**
 * Lists the store and converges: lands what arrived and has no receipt, builds when what counts has changed, and removes
 * what was left behind long ago. Doing it twice changes nothing more.
 * @throws SafeguardingError when a definition is wrong or the store does not serve; readers keep the snapshot they have
 */
export async function reconcile(p: Partnership, onProgress: Progress = () => {}): Promise<Reconciled> {
  const { landed, failed } = await landArrived(p);
  const before = await currentSnapshot(p);
  const snapshot = await build(p, onProgress);
  const collected = await collectOrphans(p);
  return { landed, failed, snapshot: snapshot.number, built: snapshot.number !== before?.number, collected };
}

async function landArrived(p: Partnership): Promise<{ landed: number; failed: number }> {
  let [landed, failed] = [0, 0];
  for (const key of await unlanded(p)) {
    const receipt = await landKey(p, key).catch(() => undefined);
    if (!receipt) failed += 1;
    else if (receipt.outcome !== 'duplicate') landed += 1;
  }
  return { landed, failed };
}
