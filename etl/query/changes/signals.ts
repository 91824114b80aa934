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

const told = (headline: Headline | undefined) =>
  headline && JSON.stringify([headline.signal.words, headline.signal.target_words, headline.target?.value ?? null]);

const said = (headline: Headline | undefined): Said | null =>
  headline ? { latest: headline.latest, signal: headline.signal, target: headline.target } : null;
