import type { Clock } from '../../etl/partnership.ts';
import type { Store } from '../../etl/storage/store.ts';

/** A Store of whatever kind, with what the fault suites need besides. */
export interface AnyStore extends Store {
  /** Another store with the same bytes: what a restart finds, or where each of many runs begins. */
  copy(): AnyStore | Promise<AnyStore>;
}

/** An empty store, whose objects are written at the times of this clock. */
export type MakeStore = (clock?: Clock) => AnyStore | Promise<AnyStore>;
