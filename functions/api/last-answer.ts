import { decisionsKept } from '../../etl/decisions/log.ts';
import type { Partnership } from '../../etl/partnership.ts';
import type { Snapshot } from '../../etl/snapshots/log.ts';

/** Keeps the last answer, so that what every open page asks for is worked out once; a failure is not kept. */
export function lastAnswer<T>(): (key: string, make: () => Promise<T>) => Promise<T> {
  let last: { key: string; answer: Promise<T> } | undefined;
  return (key, make) => {
    if (last?.key !== key) {
      const answer = make();
      last = { key, answer };
      answer.catch(() => (last = undefined));
    }
    return last.answer;
  };
}

/** What signals depend on: the snapshot, the day and the decisions kept. */
export const stateOf = async (p: Partnership, snapshot: Snapshot): Promise<string> =>
  `${snapshot.number} ${snapshot.txn} ${today(p)} ${await decisionsKept(p)}`;

export const today = (p: Partnership): string => p.clock.now().toISOString().slice(0, 10);
