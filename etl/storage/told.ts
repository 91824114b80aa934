import type { Store } from './store.ts';

/** The same store, which tells of faults as `tell` says them. */
export function toldOf(store: Store, tell: (error: unknown) => unknown): Store {
  const told = Object.entries(store).map(([name, work]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await work(...args);
      } catch (error) {
        throw tell(error);
      }
    },
  ]);
  return Object.fromEntries(told) as Store;
}
