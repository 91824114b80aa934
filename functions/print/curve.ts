import type { Curve } from '../../etl/query/curve.ts';
import type { CsvColumn } from './csv.ts';
import { sensitiveColumn } from './sensitive.ts';

type Step = Curve['cohorts'][number]['steps'][number] &
  Pick<Curve['cohorts'][number], 'cohort' | 'starts' | 'complete'>;

/** A row for each day on which the curve of a year moves. */
export const curveRows = ({ cohorts }: Curve): Step[] =>
  cohorts.flatMap(({ cohort, starts, complete, steps }) =>
    steps.map((step) => ({ ...step, cohort, starts, complete })),
  );

export const curveColumns = ({ title, again }: Curve): CsvColumn<Step>[] => [
  { name: 'began_in', means: `The financial year in which it began: ${title}`, cell: (row) => row.cohort },
  { name: 'starts', means: 'How many began in that year', cell: (row) => row.starts },
  {
    name: 'complete',
    means: 'yes where all of them could be followed for a year',
    cell: (row) => (row.complete ? 'yes' : 'no'),
  },
  { name: 'day', means: 'Days since it began', cell: (row) => row.day },
  {
    name: 'share',
    means: `Percent with ${again} by that day (one less the estimate of Kaplan and Meier)`,
    cell: (row) => Math.round(row.value * 100) / 100,
  },
  { name: 'followed', means: 'How many were still followed on that day', cell: (row) => row.at_risk },
  sensitiveColumn((row) => row),
];
