import type { KpiHeader } from '../../etl/build/definition.ts';
import type { SeriesRow } from '../../etl/query/series.ts';
import type { Cell } from './csv.ts';
import { smallText } from './sensitive.ts';

export const seriesHeader = (by: string[]): string[] => [
  'period',
  ...by,
  'numerator',
  'denominator',
  'value',
  'status',
  'sensitive',
];

/** A row for each row of a series, as the command and every download print it. */
export const seriesCells = (
  kpi: Pick<KpiHeader, 'measure' | 'denominator'>,
  by: string[],
  rows: SeriesRow[],
): Cell[][] =>
  rows.map((r) => [
    r.period,
    ...by.map((split) => r.split[split] ?? ''),
    oneDecimal(r.numerator),
    r.denominator,
    shownValue(kpi, r.value),
    r.status,
    smallText(r),
  ]);

/** A value as people read it: counts whole, rates and averages with one decimal, in the KPI's unit. */
export function shownValue(
  { measure, denominator }: Pick<KpiHeader, 'measure' | 'denominator'>,
  value: number | null,
): string {
  if (value === null) return '';
  const counts = measure === 'count' || measure === 'children' || (measure === 'stock' && !denominator);
  return counts ? String(value) : (Math.round(value * 10) / 10).toFixed(1);
}

/** The numerator of a mean is a sum of hours or days; all others are whole. */
const oneDecimal = (n: number) => Math.round(n * 10) / 10;
