import type { Measured, SeriesRow } from '../api/shapes.ts';

const wholeNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 1482 is "1,482". */
export const whole = (n: number) => wholeNumber.format(n);
/** "1 file", "2 files". */
export const counted = (n: number, one: string, many = `${one}s`) => `${whole(n)} ${n === 1 ? one : many}`;

/** A count in a cell. One that is withheld is no number here; a count has no denominator. */
export const countText = (n: number | null) => (n === null ? '' : Number.isNaN(n) ? WITHHELD : whole(n));

const WITHHELD = 'Withheld';
const isShare = (unit: string) => unit === 'percent';
const isMean = (measure: Measured['measure']) => measure === 'mean' || measure === 'median';

/** A value in its unit, short enough for a cell: "20.8%", "1,482", "61.5 hours". */
export function valueText(value: number | null, { unit, measure }: Pick<Measured, 'unit' | 'measure'>): string {
  if (value === null) return 'No figure';
  if (isShare(unit)) return `${oneDecimal.format(value)}%`;
  return isMean(measure) ? `${oneDecimal.format(value)} ${unit}` : whole(value);
}

/** The value of a row in a cell: "20.8%", "Withheld". */
export const figureText = (
  { value, status }: Pick<SeriesRow, 'value' | 'status'>,
  kpi: Pick<Measured, 'unit' | 'measure'>,
): string => (status === 'withheld' ? WITHHELD : valueText(value, kpi));

/** A value as a sentence says it: a count carries its unit, "164 episodes". */
export function valueInWords(value: number | null, kpi: Pick<Measured, 'unit' | 'measure'>): string {
  const text = valueText(value, kpi);
  if (value === null || isShare(kpi.unit) || isMean(kpi.measure)) return text;
  return `${text} ${value === 1 ? singular(kpi.unit) : kpi.unit}`;
}

// The first word counts: one "child on notices".
const singular = (unit: string) =>
  unit.replace(/^\S+/, (word) => (word === 'children' ? 'child' : word.replace(/s$/, '')));

/** "88 of 398" beside a rate; nothing beside a count. */
export const partOf = (
  { numerator, denominator }: Pick<SeriesRow, 'numerator' | 'denominator'>,
  { unit }: Pick<Measured, 'unit'>,
) => (denominator !== null && isShare(unit) ? `${whole(numerator)} of ${whole(denominator)}` : '');

/** How far a value moved: "Up 52 (14%)", "Down 3.1 points", "No change". A percentage moves by points, never by per cent. */
export function changeText(now: number, before: number, { unit, measure }: Pick<Measured, 'unit' | 'measure'>): string {
  const exact = isShare(unit) || isMean(measure);
  const moved = exact ? Math.round((now - before) * 10) / 10 : now - before;
  if (moved === 0) return 'No change';
  const way = moved > 0 ? 'Up' : 'Down';
  if (exact) return `${way} ${oneDecimal.format(Math.abs(moved))} ${isShare(unit) ? 'points' : unit}`;
  const share = before === 0 ? '' : ` (${whole((100 * Math.abs(moved)) / before)}%)`;
  return `${way} ${whole(Math.abs(moved))}${share}`;
}
