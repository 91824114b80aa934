import type { Funnel } from '../../etl/query/funnel.ts';
import type { CsvColumn } from './csv.ts';
import { sensitiveColumn } from './sensitive.ts';

/** A row for each place. */
export const funnelColumns = ({ period, average }: Funnel, by: string): CsvColumn<Funnel['places'][number]>[] => [
  { name: by, means: 'The value of this split', cell: ({ label }) => label },
  { name: 'from', means: 'The first day of the 12 months', cell: () => period?.from ?? '' },
  { name: 'to', means: 'Their last day', cell: () => period?.to ?? '' },
  { name: 'numerator', means: 'What was counted', cell: ({ numerator }) => numerator },
  { name: 'denominator', means: 'What it is a share of', cell: ({ denominator }) => denominator },
  { name: 'value', means: 'The share in percent', cell: ({ value }) => twoDecimals(value) },
  { name: 'average', means: 'The share of all together', cell: () => (average === null ? '' : twoDecimals(average)) },
  {
    name: 'limit_lower',
    means: 'Three standard deviations below the average, for so many; not trimmed at 0',
    cell: ({ three }) => twoDecimals(three.lower),
  },
  { name: 'limit_upper', means: 'Three above it', cell: ({ three }) => twoDecimals(three.upper) },
  { name: 'differs', means: 'How it stands to the rest', cell: ({ words }) => words },
  sensitiveColumn((place) => place),
];

const twoDecimals = (n: number) => Math.round(n * 100) / 100;
