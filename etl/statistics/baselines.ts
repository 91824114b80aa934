import type { Rebase } from './decisions.ts';
import { type NoLimits, trimmed, whyNotThese } from './drawing.ts';
import { exactly, type Figure, type TrendDefinition } from './figure.ts';
import type { Interval } from './interval.ts';
import type { Assurance, PointType, Variation } from './signal.ts';
import { RULE_WORDS } from './words.ts';
import { xmr, type XmrGroup, type XmrPoint } from './xmr.ts';

/** One stretch of a process. */
export interface Baseline {
  from: string;
  to: string;
  points: number;
  /** The decision by which it began; null for the first. */
  rebase: Rebase | null;
  /** Null where none may be drawn; `drawn` is within what a value can be, the rest is as judged. */
  limits: { mean: number; lower: number; upper: number; drawn: ReturnType<typeof trimmed> } | null;
  why: NoLimits | null;
}

/** Which baseline a figure was judged by, and in which sense and why it is unusual; null where it is not. */
export interface Judgement {
  baseline: number;
  unusual: { sense: 'better' | 'worse' | 'higher' | 'lower'; words: string } | null;
}

export interface Judged {
  baselines: Baseline[];
  /** By the first day of each figure's period. */
  judgements: Map<string, Judgement>;
  variation: Variation | null;
  assurance: Assurance | null;
}

/** NHSRplotthedots screens, NHS England's workbook does not; one outlying month would otherwise widen the limits of all. */
export const SCREENED = true;

/** Judges final figures by XmR limits, begun anew where decided. Limits that may not be drawn judge nothing. */
export function judge(
  figures: readonly Figure[],
  definition: TrendDefinition,
  rebases: readonly Rebase[],
  target: number | null,
): Judged {
  const starts = startsOf(figures, rebases);
  const chart = xmr(
    figures.map((f) => ({ date: f.from, value: exactly(f, definition) })),
    { better: definition.better, target, rebases: [...starts.keys()], screenOutliers: SCREENED },
  );
  const baselines = chart.groups.map((group) => {
    const members = figures.filter((_, i) => chart.points[i]!.group === group.group);
    return { ...baselineOf(group, members, definition), rebase: starts.get(members[0]!.from) ?? null };
  });
  const judgements = chart.points.map((point) => {
    const baseline = chart.groups.findIndex((g) => g.group === point.group);
    return [point.date, { baseline, unusual: baselines[baseline]!.limits && unusual(point) }] as const;
  });
  const { variation, assurance } = chart;
  return { baselines, judgements: new Map(judgements), variation, assurance };
}

/** The period at which each rebase takes hold: the first that begins on its day or after it. Of two for one period the later holds. */
function startsOf(figures: readonly Figure[], rebases: readonly Rebase[]): Map<string, Rebase> {
  const inOrder = rebases.toSorted((a, b) => a.from.localeCompare(b.from));
  return new Map(
    inOrder.flatMap((rebase) => {
      const first = figures.find((f) => f.from >= rebase.from);
      return first ? [[first.from, rebase] as const] : [];
    }),
  );
}

function baselineOf(group: XmrGroup, members: readonly Figure[], { measure, unit }: TrendDefinition) {
  const counts = measure === 'mean' || measure === 'median' ? null : members;
  const why = whyNotThese(group, counts);
  const { mean, lower, upper } = group as XmrGroup & Interval;
  return {
    from: members[0]!.from,
    to: members.at(-1)!.to,
    points: group.points,
    limits: why ? null : { mean, lower, upper, drawn: trimmed({ lower, upper }, unit) },
    why,
  };
}

const SENSES: Record<Exclude<PointType, 'common_cause'>, 'better' | 'worse' | 'higher' | 'lower'> = {
  special_cause_improvement: 'better',
  special_cause_concern: 'worse',
  special_cause_neutral_high: 'higher',
  special_cause_neutral_low: 'lower',
};

const unusual = ({ type, cause }: XmrPoint) =>
  type === 'common_cause' || cause === 'Common Cause' ? null : { sense: SENSES[type], words: RULE_WORDS[cause] };
