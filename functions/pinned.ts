import { SafeguardingError } from '../etl/errors.ts';
import type { Partnership } from '../etl/partnership.ts';
import { currentSnapshot, readSnapshot, type Snapshot } from '../etl/snapshots/log.ts';

/** The one snapshot that all of an answer comes from. @throws SafeguardingError when there is none, or none of that number */
export async function pinnedSnapshot(p: Partnership, asAt?: number): Promise<Snapshot> {
  const snapshot = asAt === undefined ? await currentSnapshot(p) : await readSnapshot(p, asAt);
  if (snapshot) return snapshot;
  throw new SafeguardingError('not-found', 'There is no snapshot yet. Land files and build first.');
}
