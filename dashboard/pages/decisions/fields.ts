import type { Listed } from '../../api/shapes.ts';

export type Decision = NonNullable<Listed['decision']>;
export type Kind = Decision['kind'];
export type Field =
  'kpi' | 'on' | 'until' | 'value' | 'text' | 'decided_on' | 'due' | 'done_on' | 'owner' | 'source' | 'by' | 'why';

/** How a field is asked for: its label, and whether it may stay empty. */
export interface Asked {
  field: Field;
  label: string;
  type: 'date' | 'text' | 'number' | 'kpi' | 'long';
  optional?: boolean;
}

const on = (label: string): Asked => ({ field: 'on', label, type: 'date' });
const text = (label: string): Asked => ({ field: 'text', label, type: 'long' });
const oneKpi: Asked = { field: 'kpi', label: 'KPI', type: 'kpi' };
const anyKpi: Asked = { ...oneKpi, optional: true };
const owner = (label = 'Owner: a person or a group'): Asked => ({ field: 'owner', label, type: 'text' });
const source: Asked = { field: 'source', label: 'Source: where it was agreed', type: 'text' };

/** What each kind of decision is called, and asks for. */
export const KINDS: readonly { id: Kind; title: string; many: string; fields: readonly Asked[] }[] = [
  {
    id: 'target',
    title: 'Target',
    many: 'Targets',
    fields: [
      oneKpi,
      { field: 'value', label: "Value, in the KPI's unit", type: 'number' },
      on('Holds from'),
      { field: 'until', label: 'Holds until (empty: until the next)', type: 'date', optional: true },
      owner(),
      source,
    ],
  },
  {
    id: 'meeting',
    title: 'Meeting',
    many: 'Meetings',
    fields: [on('Day of the meeting'), text('Which meeting'), owner(), source],
  },
  {
    id: 'event',
    title: 'Event',
    many: 'Events',
    fields: [anyKpi, on('Day it happened'), text('What happened'), owner(), source],
  },
  { id: 'comment', title: 'Comment', many: 'Comments', fields: [anyKpi, on('Day'), text('Comment'), owner(), source] },
  {
    id: 'action',
    title: 'Action',
    many: 'Actions',
    fields: [
      anyKpi,
      on('Agreed on'),
      text('What will be done'),
      { field: 'due', label: 'Due on', type: 'date' },
      { field: 'done_on', label: 'Done on (empty: still open)', type: 'date', optional: true },
      owner(),
      source,
    ],
  },
  {
    id: 'rebase',
    title: 'Limits begin anew',
    many: 'Limits begun anew',
    fields: [
      oneKpi,
      on('First day of the changed process'),
      text('Why the process is another one'),
      owner('Decided by'),
      { field: 'decided_on', label: 'Decided on', type: 'date' },
      source,
    ],
  },
];

export const kindOf = (id: Kind) => KINDS.find((kind) => kind.id === id)!;

/** What is asked beside the decision itself. */
export const BY: Asked = { field: 'by', label: 'Entered by: your name or role', type: 'text' };
export const WHY: Asked = { field: 'why', label: 'Why it is corrected', type: 'text' };
