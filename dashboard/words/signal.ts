import type { KpiSummary, Measured, Signal, SplitTrend, TrendPoint } from '../api/shapes.ts';
import { longDate, monthName, periodName } from './dates.ts';
import { lower } from './letters.ts';
import { valueText } from './numbers.ts';

/** In which sense a figure is unusual; 'same' where it is not, 'unknown' where nothing can be judged. Each has a shape of its own. */
export type Sense = 'worse' | 'better' | 'higher' | 'lower' | 'same' | 'unknown';

const SENSES: Record<NonNullable<Signal['variation']>, Sense> = {
  common_cause: 'same',
  improvement_high: 'better',
  improvement_low: 'better',
  concern_high: 'worse',
  concern_low: 'worse',
  neutral_high: 'higher',
  neutral_low: 'lower',
};
export const senseOf = ({ variation }: Pick<Signal, 'variation'>): Sense =>
  variation === null ? 'unknown' : SENSES[variation];

/** A target in words: "60.0%". */
export const targetText = (target: KpiSummary['target'], kpi: Pick<Measured, 'unit' | 'measure'>): string =>
  target ? valueText(target.value, kpi) : 'None';

/** A target with the side of it that is wanted, short enough for a cell: "Min 95.0%". */
export const targetWanted = ({ target, ...kpi }: Pick<KpiSummary, 'target' | 'unit' | 'measure' | 'better'>): string =>
  target ? `${{ higher: 'Min ', lower: 'Max ', neither: '' }[kpi.better]}${targetText(target, kpi)}` : 'None';

/** Whether the target will be met, or why nothing is said: "Will not meet", "No target", "Not judged". */
export function againstTarget({ target, signal }: Pick<KpiSummary, 'target' | 'signal'>): string {
  if (!target) return 'No target';
  return signal.target_words?.replace(' the target', '') ?? 'Not judged';
}

/** What may be said of a series: "Better than usual. May or may not meet the target of 60.0%." A period is named where it is not the last shown. */
export function signalInWords(
  { signal, since, target, points }: Pick<SplitTrend, 'signal' | 'since' | 'target' | 'points'>,
  kpi: Measured,
  shown?: string,
): string {
  if (signal.because !== null) return `${signal.words}: ${lower(signal.because)}`;
  const about = points.find(({ period }) => period === signal.period);
  const when = about && signal.period !== shown ? ` in ${periodName(about)}` : '';
  const meets = signal.target_words && target ? ` ${signal.target_words} of ${valueText(target.value, kpi)}.` : '';
  return `${sinceInWords({ signal, since }) || `${signal.words}${when}`}.${meets}`;
}

/** Since when a series has been unusual as it is at its last final period: "Changed (higher) since March 2026". Empty where it is not. */
export const sinceInWords = ({ signal, since }: Pick<SplitTrend, 'signal' | 'since'>): string =>
  since ? `${signal.words} ${since.period === signal.period ? 'in' : 'since'} ${periodName(since)}` : '';

/** The limits that a figure was judged by, as a cell says them: "41.2% to 56.0%". */
export function rangeInWords(
  { baseline }: Pick<TrendPoint, 'baseline'>,
  { baselines }: Pick<SplitTrend, 'baselines'>,
  kpi: Measured,
): string {
  const drawn = baseline === null ? undefined : baselines[baseline]?.limits?.drawn;
  if (!drawn) return 'None';
  // What is counted comes whole: of 73.6 to 110.8 children, 74 to 110 are within.
  const whole = kpi.unit !== 'percent' && kpi.measure !== 'mean' && kpi.measure !== 'median';
  const [lower, upper] = whole ? [Math.ceil(drawn.lower), Math.floor(drawn.upper)] : [drawn.lower, drawn.upper];
  return `${limitText(lower, kpi)} to ${limitText(upper, kpi)}`;
}

const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const limitText = (value: number, kpi: Measured) =>
  kpi.unit === 'percent' ? valueText(value, kpi) : oneDecimal.format(value);

/** What a cell says of a figure: why it is unusual, that it is not, or that it was not judged. */
export function judgementInWords(
  { unusual, baseline, status }: TrendPoint,
  { baselines }: Pick<SplitTrend, 'baselines'>,
): string {
  if (status !== 'final') return 'Not final';
  if (unusual) return unusual.words;
  return baseline !== null && baselines[baseline]?.limits ? 'No' : 'Not judged';
}

/** A note under a chart: "1 September 2024: limits begin anew. A notice that triage closes is no longer sent (Quality Assurance Group)." */
export function markInWords({ kind, on, title, owner }: SplitTrend['marks'][number]): string {
  const what = { event: '', rebase: 'limits begin anew. ', target: 'a target was set. ' }[kind];
  return `${longDate(on)}: ${what}${title} (${owner}).`;
}

/** Months in which nothing final came between two figures that were judged as neighbours. */
export const gapsInWords = (gaps: SplitTrend['gaps']): string =>
  gaps.length === 0
    ? ''
    : `Without a final figure, and judged as if the figures beside it were neighbours: ${gaps.map(({ from, to }) => (from.slice(0, 7) === to.slice(0, 7) ? monthName(from) : `${monthName(from)} to ${monthName(to)}`)).join('; ')}.`;
