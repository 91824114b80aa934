import { addDays, type Grain } from '../periods.ts';
import { type Baseline, type Judged, judge, type Judgement, SCREENED } from './baselines.ts';
import { assertSigned, type Decisions, type Target, targetOn } from './decisions.ts';
import { type NoLimits, whyNever } from './drawing.ts';
import { type Figure, intervalOf, type TrendDefinition } from './figure.ts';
import type { Interval } from './interval.ts';
import { type Mark, marksOf } from './marks.ts';
import type { Assurance, Variation } from './signal.ts';
import { ASSURANCE_WORDS, VARIATION_WORDS, withoutLimits } from './words.ts';

export interface TrendPoint extends Figure {
  interval: Interval | null;
  /** Which of `baselines` it was judged by; null for a figure that is not final. */
  baseline: number | null;
  unusual: Judgement['unusual'];
}

export interface Signal {
  /** The period that it speaks of: the last final one. */
  period: string | null;
  variation: Variation | null;
  words: string;
  assurance: Assurance | null;
  /** Null without a target, without a good direction, and where nothing can be judged. */
  target_words: string | null;
  /** Why there is no signal; null where there is one. */
  because: string | null;
}

export interface Trend {
  points: TrendPoint[];
  baselines: Baseline[];
  signal: Signal;
  /** The first of the periods on end that are unusual in the sense of the last final one; null where that is not unusual. */
  since: Pick<Figure, 'period' | 'from' | 'to'> | null;
  /** The target that held at the last final period. */
  target: Target | null;
  marks: Mark[];
  /** Stretches without a final figure between two that were judged as neighbours. */
  gaps: { from: string; to: string }[];
  /** Whether outlying moving ranges were left out of the average. */
  screened: boolean;
}

/**
 * A KPI over time with what may be said of it. Give every period that the KPI has, not those that a page shows: limits must not
 * depend on the window.
 * @param figures one series, in order of period
 * @throws SafeguardingError (usage) for a rebase that is not dated, signed and reasoned
 */
export function trendOf(figures: readonly Figure[], definition: TrendDefinition, decisions: Decisions): Trend {
  assertSigned(decisions.rebases);
  const final = figures.filter((f) => f.status === 'final' && f.value !== null);
  const last = final.at(-1);
  const target = last ? targetOn(decisions.targets, last.to) : null;
  const why = figures.some((f) => f.status === 'withheld') ? 'withheld' : last ? whyNever(definition) : 'too few';
  const judged = why ? null : judge(final, definition, decisions.rebases, target?.value ?? null);
  const points = figures.map((figure) => ({
    ...figure,
    interval: intervalOf(figure, definition),
    ...(judged?.judgements.get(figure.from) ?? { baseline: null, unusual: null }),
  }));
  return {
    points,
    baselines: judged?.baselines ?? [],
    signal: {
      period: last?.period ?? null,
      ...(judged ? told(judged, definition.grain) : untold(why!, definition.grain)),
    },
    since: sinceOf(points),
    target,
    marks: marksOf(figures, decisions),
    gaps: judged ? gapsIn(final, judged.baselines) : [],
    screened: SCREENED,
  };
}

function sinceOf(points: readonly TrendPoint[]): Trend['since'] {
  const judged = points.filter(({ baseline }) => baseline !== null);
  const sense = judged.at(-1)?.unusual?.sense;
  if (!sense) return null;
  const { period, from, to } = judged[judged.findLastIndex(({ unusual }) => unusual?.sense !== sense) + 1]!;
  return { period, from, to };
}

function told({ baselines, variation, assurance }: Judged, grain: Grain): Omit<Signal, 'period'> {
  const { why } = baselines.at(-1)!;
  if (why) return untold(why, grain);
  return {
    variation,
    words: VARIATION_WORDS[variation!],
    assurance,
    target_words: assurance && ASSURANCE_WORDS[assurance],
    because: null,
  };
}

const untold = (why: NoLimits, grain: Grain): Omit<Signal, 'period'> => ({
  variation: null,
  assurance: null,
  target_words: null,
  ...withoutLimits(why, grain),
});

function gapsIn(final: readonly Figure[], baselines: readonly Baseline[]) {
  const begins = new Set(baselines.map((b) => b.from));
  return final.slice(1).flatMap((next, i) => {
    const from = addDays(final[i]!.to, 1);
    return from < next.from && !begins.has(next.from) ? [{ from, to: addDays(next.from, -1) }] : [];
  });
}
