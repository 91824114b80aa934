import { expect, it } from 'vitest';
import type { Listed } from '../../dashboard/api/shapes.ts';
import { chainsOf, inWords, missing, refused, toEntry, valuesOf } from '../../dashboard/pages/decisions/entry.ts';
import type { Decision } from '../../dashboard/pages/decisions/fields.ts';
import { RATE } from './rows.ts';
import { entry } from '../../etl/decisions/kinds.ts';

const said = { owner: 'Board', source: 'Minutes' };
const target: Decision = { kind: 'target', kpi: 'visits', on: '2026-04-01', until: null, value: 60, ...said };
const decisions: Decision[] = [
  target,
  { kind: 'meeting', on: '2026-09-18', text: 'Board', ...said },
  { kind: 'event', kpi: null, on: '2026-09-18', text: 'New form', ...said },
  { kind: 'comment', kpi: 'visits', on: '2026-09-18', text: 'Better', ...said },
  { kind: 'action', kpi: null, on: '2026-09-18', text: 'Audit', due: '2026-12-01', done_on: null, ...said },
  { kind: 'rebase', kpi: 'visits', on: '2026-09-18', text: 'Triage', decided_on: '2026-10-01', ...said },
];

it.each(decisions)('sends a $kind as the server takes it, and takes it back to correct it', (decision) => {
  const typed = { ...valuesOf(decision), by: 'A', why: 'Wrong day' };
  expect(missing(decision.kind, typed, true)).toEqual([]);
  expect(entry.parse(toEntry(decision.kind, typed, null))).toEqual({ by: 'A', replaces: null, why: null, decision });
  expect(entry.parse(toEntry(decision.kind, typed, 3))).toMatchObject({ replaces: 3, why: 'Wrong day', decision });
});

it('says what is missing, and nothing of what may stay empty', () => {
  expect(missing('target', { kpi: 'visits', on: '01/04/2026', value: ' ' }, false)).toEqual([
    { field: 'value', message: "Enter: value, in the KPI's unit." },
    { field: 'owner', message: 'Enter: owner.' },
    { field: 'source', message: 'Enter: source.' },
    { field: 'by', message: 'Enter: entered by.' },
  ]);
  expect(missing('meeting', { ...valuesOf(decisions[1]!), by: 'A' }, true).map(({ field }) => field)).toEqual(['why']);
});

it('takes a date as people here write it, and no other', () => {
  const of = (on: string) =>
    missing('target', { ...valuesOf(target), by: 'A', on }, false).map(({ message }) => message);
  expect(of('1/4/2026')).toEqual([]);
  expect(toEntry('target', { ...valuesOf(target), on: '1/4/2026' }, null).decision).toMatchObject({ on: '2026-04-01' });
  for (const wrong of ['30/02/2026', '2026-04-01', '4/31/2026', 'April'])
    expect(of(wrong)).toEqual(['Enter a date such as 31/10/2026: holds from.']);
});

it('brings what the server refused back to its field', () => {
  expect(refused('"decision.source": This holds a postcode. Write it without. "by": Expected some words.')).toEqual([
    { field: 'source', message: 'This holds a postcode. Write it without.' },
    { field: 'by', message: 'Expected some words.' },
  ]);
  expect(refused('Row 1 was replaced by row 2 meanwhile.')).toEqual([
    { field: undefined, message: 'Row 1 was replaced by row 2 meanwhile.' },
  ]);
});

it('lists each decision once, with what it replaced, and keeps what was withdrawn', () => {
  const row = (number: number, replaces: number | null, decision: Decision | null) =>
    ({ number, replaces, decision }) as Listed;
  const listed = [
    row(1, null, target),
    row(2, null, { ...target, on: '2026-05-01' }),
    row(3, 1, { ...target, value: 65 }),
    row(4, 3, { ...target, value: 70 }),
    row(5, 2, null),
    row(6, null, decisions[1]!),
  ];
  const shown = chainsOf(listed, 'target').map(({ last, before }) => [last.number, before.map((b) => b.number)]);
  expect(shown).toEqual([
    [5, [2]],
    [4, [3, 1]],
  ]);
});

it('says a decision in a cell', () => {
  expect(decisions.map((d) => inWords(d))).toEqual([
    '60',
    'Board',
    'New form',
    'Better',
    'Audit (due 1 December 2026)',
    'Triage (decided 1 October 2026)',
  ]);
  const action = decisions.find(({ kind }) => kind === 'action')!;
  expect(inWords(action, undefined, '2026-12-01')).toBe('Audit (due 1 December 2026)');
  expect(inWords(action, undefined, '2026-12-02')).toBe('Audit (due 1 December 2026, overdue)');
  expect(inWords({ ...target, until: '2027-03-31' })).toBe('60 until 31 March 2027');
  expect(inWords(target, RATE)).toBe('60.0%');
});
