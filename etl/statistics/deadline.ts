import { addDays } from '../periods.ts';

/** A case that began on a day, and was done on one or is not yet. */
export interface Case {
  from: string;
  done: string | null;
}

export interface WithinLimit {
  met: number;
  missed: number;
  /** Neither: still open, and the limit has not passed. */
  open: number;
  /** The share in time, in percent, if all open cases miss it and if all meet it; null without cases. */
  lowest: number | null;
  highest: number | null;
  status: 'final' | 'provisional';
}

/**
 * How many of the cases that began together were done within so many days, as far as is known on a day. Counting by the day of
 * completion instead flatters a growing backlog.
 * @param through the last day that the data tell of; what was done later is not known yet
 */
export function withinLimit(cases: readonly Case[], days: number, through: string): WithinLimit {
  const states = cases.map(({ from, done }) => {
    const limit = addDays(from, days);
    if (done !== null && done <= through && done <= limit) return 'met';
    return limit <= through ? 'missed' : 'open';
  });
  const count = (state: string) => states.filter((s) => s === state).length;
  const [met, missed, open] = [count('met'), count('missed'), count('open')];
  const share = (n: number) => (cases.length === 0 ? null : (100 * n) / cases.length);
  return {
    met,
    missed,
    open,
    lowest: share(met),
    highest: share(met + open),
    status: open > 0 ? 'provisional' : 'final',
  };
}
