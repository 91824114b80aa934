import type { Session } from '../engines/engine.ts';
import type { Receipt } from '../landing/receipt.ts';
import type { Partnership } from '../partnership.ts';
import type { Progress } from '../progress.ts';
import type { Snapshot } from '../snapshots/log.ts';
import type { Tombstone } from '../vault/erasure/tombstone.ts';
import type { Seal } from '../vault/seal.ts';
import type { Kpi, Model } from './definition.ts';

/** What a build is made from. */
export interface Making {
  p: Partnership;
  session: Session;
  live: Receipt[];
  /** Who was erased. */
  gone: Tombstone[];
  /** Who is sealed. */
  sealed: Seal[];
  models: Model[];
  kpis: Kpi[];
  /** The snapshot that what did not change is taken from. */
  before: Snapshot | undefined;
  scratch: string;
  onProgress: Progress;
}
