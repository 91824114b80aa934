import type { Decisions } from '../statistics/decisions.ts';
import type { Standing } from './log.ts';

const ofKind = <K extends Standing['kind']>(all: readonly Standing[], kind: K) =>
  all.filter((d): d is Extract<Standing, { kind: K }> => d.kind === kind);

/**
 * What the statistics of one KPI are told of what people decided.
 * @param part true where only some of what the KPI counts is asked for: a target for the whole city's count is none for a town
 */
export function decisionsOf(all: readonly Standing[], kpi: { id: string; unit: string }, part: boolean): Decisions {
  const own = all.filter((d) => d.kind !== 'meeting' && (d.kpi === null || d.kpi === kpi.id));
  const targets = part && kpi.unit !== 'percent' ? [] : ofKind(own, 'target');
  return {
    rebases: ofKind(own, 'rebase').map((r) => ({
      from: r.on,
      reason: r.text,
      decided_by: r.owner,
      decided_on: r.decided_on,
    })),
    targets: targets.map(({ on, until, value, owner, source }) => ({ from: on, to: until, value, owner, source })),
    events: ofKind(own, 'event').map(({ on, text, owner }) => ({ on, title: text, owner })),
  };
}
