import type { Headline } from '../headline.ts';
import type { KpiSides } from './sides.ts';

/** A KPI about which something else is said than before; `was` or `now` is null where there was no such KPI. */
export interface SignalChange {
  kpi: string;
  was: Said | null;
  now: Said | null;
}
export type Said = Pick<Headline, 'latest' | 'signal' | 'target'>;

/** Signals, or whether a target will be met, that read otherwise than before. A new figure with the same signal is no change. */
export const signalChanges = (sides: readonly KpiSides[]): SignalChange[] =>
  sides.flatMap(({ kpi, was, now }) =>
    told(was?.headline) === told(now?.headline) ? [] : [{ kpi, was: said(was?.headline), now: said(now?.headline) }],
  );

/** KPIs that cannot be judged, of which the last figure is another than before. That no signal changed says nothing of them. */
export const unjudgedMoves = (sides: readonly KpiSides[]): SignalChange[] =>
  sides.flatMap(({ kpi, was, now }) => {
    const [before, present] = [was?.headline, now?.headline];
    const unjudged = before && present && before.signal.variation === null && present.signal.variation === null;
    const moved = before?.latest && present?.latest && before.latest.value !== present.latest.value;
    return unjudged && moved ? [{ kpi, was: said(before), now: said(present) }] : [];
  });

const told = (headline: Headline | undefined) =>
  headline && JSON.stringify([headline.signal.words, headline.signal.target_words, headline.target?.value ?? null]);

/** What is told of a side: its figure, its signal, its target. */
export const said = (headline: Headline | undefined): Said | null =>
  headline ? { latest: headline.latest, signal: headline.signal, target: headline.target } : null;
