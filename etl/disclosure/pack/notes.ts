import type { Decision } from '../../decisions/kinds.ts';
import type { Standing } from '../../decisions/log.ts';

type Of<K extends Decision['kind']> = Extract<Decision, { kind: K }>;

/** What people have decided or noted, as the papers of a day print it. */
export interface PackNotes {
  /** The day on which the board last met; null where no meeting was entered. */
  last_met: string | null;
  /** What was decided, noted or done since then. */
  since: Decision[];
  comments: Of<'comment'>[];
  /** Those that are not done. */
  actions: Of<'action'>[];
}

/** @param standing all decisions that hold, in order of date */
export function packNotes(standing: readonly Standing[], today: string): PackNotes {
  const known = standing.filter(({ on }) => on <= today).map(({ number: _, ...decision }): Decision => decision);
  const of = <K extends Decision['kind']>(kind: K) => known.filter((d): d is Of<K> => d.kind === kind);
  const met = of('meeting').at(-1)?.on ?? null;
  const since = (d: Decision) =>
    d.kind !== 'meeting' && (met === null || d.on > met || (d.kind === 'action' && (d.done_on ?? '') > met));
  return {
    last_met: met,
    since: known.filter(since),
    comments: of('comment'),
    actions: of('action').filter(({ done_on }) => done_on === null),
  };
}
