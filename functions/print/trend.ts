import type { KpiHeader } from '../../etl/build/definition.ts';
import type { SplitTrend } from '../../etl/query/trend.ts';
import type { CsvColumn } from './csv.ts';
import { sensitiveColumn } from './sensitive.ts';
import { shownValue } from './series.ts';

/** A point with the series that it was judged in. */
export interface TrendRow {
  point: SplitTrend['points'][number];
  trend: SplitTrend;
}

type Where = Readonly<Record<string, readonly string[]>>;
type Header = Pick<KpiHeader, 'measure' | 'denominator' | 'unit' | 'title' | 'definition'>;

/** A row for each point, with all that a chart shows of it. */
export const trendRows = (trends: readonly SplitTrend[]): TrendRow[] =>
  trends.flatMap((trend) => trend.points.map((point) => ({ point, trend })));

/** A file's name says what is in it: two that hold different things are never called alike. */
export const trendFile = (kpi: string, grain: string, by: readonly string[], where: Where, snapshot: number): string =>
  [kpi, grain, ...by.map((split) => `by-${split}`), ...Object.values(where).flat(), 'snapshot', snapshot]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');

/** The columns of a trend as a spreadsheet has them. Limits are as judged, not trimmed to what a value can be. */
export function trendColumns(kpi: Header, by: readonly string[], where: Where): CsvColumn<TrendRow>[] {
  const limits = ({ point, trend }: TrendRow) =>
    point.baseline === null ? null : (trend.baselines[point.baseline]?.limits ?? null);
  return [
    { name: 'period', means: `The period of ${kpi.title}: ${kpi.definition}`, cell: ({ point }) => point.period },
    { name: 'from', means: 'Its first day', cell: ({ point }) => point.from },
    { name: 'to', means: 'Its last day', cell: ({ point }) => point.to },
    ...by.map((split) => ({
      name: split,
      means: 'The value of this split that the row is about',
      cell: ({ point }: TrendRow) => point.split[split] ?? '',
    })),
    ...Object.entries(where)
      .filter(([split]) => !by.includes(split))
      .map(([split, values]) => ({
        name: split,
        means: 'Only these values are counted',
        cell: () => values.join('; '),
      })),
    {
      name: 'numerator',
      means: 'What was counted; of an average, the sum',
      cell: ({ point }) => twoDecimals(point.numerator),
    },
    {
      name: 'denominator',
      means: 'What it is a share of, or an average over; empty for a count',
      cell: ({ point }) => point.denominator,
    },
    { name: 'value', means: `The figure, in ${kpi.unit}`, cell: ({ point }) => shownValue(kpi, point.value) },
    {
      name: 'status',
      means: 'final; provisional: late records may still change it; incomplete: a file for part of it has not come',
      cell: ({ point }) => point.status,
    },
    sensitiveColumn(({ point }) => point),
    {
      name: 'interval_lower',
      means: 'Lower end of the 95% confidence interval of the figure; empty where none is worked out',
      cell: ({ point }) => twoDecimals(point.interval?.lower),
    },
    { name: 'interval_upper', means: 'Its upper end', cell: ({ point }) => twoDecimals(point.interval?.upper) },
    {
      name: 'mean',
      means: 'Average of the baseline that the figure was judged by; empty where it was not judged',
      cell: (row) => twoDecimals(limits(row)?.mean),
    },
    {
      name: 'limit_lower',
      means: 'Lower end of the usual range (XmR), as judged; charts draw it no lower than 0',
      cell: (row) => twoDecimals(limits(row)?.lower),
    },
    {
      name: 'limit_upper',
      means: 'Upper end of the usual range; charts draw a share no higher than 100',
      cell: (row) => twoDecimals(limits(row)?.upper),
    },
    {
      name: 'unusual',
      means: 'better, worse, higher or lower where the figure is unusual; empty where it is not, or was not judged',
      cell: ({ point }) => point.unusual?.sense ?? '',
    },
    { name: 'because', means: 'The rule by which it is unusual', cell: ({ point }) => point.unusual?.words ?? '' },
    {
      name: 'year_before',
      means: 'The figure of the same period a year earlier',
      cell: ({ point }) => (point.year_before ? shownValue(kpi, point.year_before.value) : ''),
    },
  ];
}

const twoDecimals = (n: number | undefined) => (n === undefined ? null : Math.round(n * 100) / 100);
