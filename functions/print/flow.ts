import type { Flow } from '../../etl/query/flow.ts';
import type { Marked } from '../../etl/query/sensitive.ts';
import type { CsvColumn } from './csv.ts';
import { sensitiveColumn } from './sensitive.ts';

interface FlowRow extends Marked {
  part: 'step' | 'outcome';
  of: string;
  to: string;
  count: number;
  open: number | null;
}

/** The steps, then the outcome of triage by what the notices are told by. */
export const flowRows = ({ steps, flows }: Flow): FlowRow[] => [
  ...steps.map(({ title, ...step }) => ({ part: 'step' as const, of: title, to: '', ...step })),
  ...flows.map(({ from, ...rest }) => ({ part: 'outcome' as const, of: from, open: null, ...rest })),
];

export const flowColumns = ({ from, to, by }: Flow): CsvColumn<FlowRow>[] => [
  { name: 'part', means: 'step: a step that notices took; outcome: of triage', cell: (row) => row.part },
  { name: 'of', means: `The step, or the ${by} of the notice`, cell: (row) => row.of },
  { name: 'outcome', means: 'What triage decided; empty for a step', cell: (row) => row.to },
  {
    name: 'children',
    means: 'Children on notices that reached the step or had the outcome; a child on two notices counts twice',
    cell: (row) => row.count,
  },
  {
    name: 'not_yet',
    means: 'Not there on the last day that files cover, and may still be; empty for an outcome',
    cell: (row) => row.open,
  },
  sensitiveColumn((row) => row),
  { name: 'from', means: 'The first day on which the notices were written', cell: () => from },
  { name: 'to', means: 'The last day', cell: () => to },
];
