import type { Clock } from '../../../etl/partnership.ts';
import type { AnyStore } from '../../faults/any-store.ts';

/**
 * The same store, whose objects are as old as its writers' clock says: S3 knows no time but its own, and the fault suites need days to
 * pass. Whether an object is there is still S3's to say.
 */
export function dated(store: AnyStore, clock: Clock, written: ReadonlyMap<string, Date> = new Map()): AnyStore {
  const times = new Map(written);
  const dating =
    <T>(write: (key: string, what: never) => Promise<T>) =>
    async (key: string, what: unknown): Promise<T> => {
      const done = await write(key, what as never);
      if (done !== false) times.set(key, clock.now());
      return done;
    };
  return {
    ...store,
    put: dating(store.put),
    putIfAbsent: dating(store.putIfAbsent),
    putFile: dating(store.putFile),
    modified: async (key) => (await store.modified(key)) && times.get(key),
    copy: async () => dated(await store.copy(), clock, times),
  };
}
