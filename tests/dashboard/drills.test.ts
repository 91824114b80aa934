import { describe, expect, it } from 'vitest';
import { flowPath } from '../../dashboard/api/paths.ts';
import type { Overlaps } from '../../dashboard/api/shapes.ts';
import { curveInWords, dayInWords, shareBy } from '../../dashboard/words/curve.ts';
import { outcomesInWords, waitingInWords } from '../../dashboard/words/flow.ts';
import { overlapsInWords, pairsOf } from '../../dashboard/words/overlaps.ts';

const found = {
  children: 10,
  sets: [
    { id: 'mace', title: 'Open to MACE', children: 4, only: 1 },
    { id: 'plan', title: 'Child protection plan', children: 9, only: 6 },
  ],
  combinations: [
    { sets: ['plan'], children: 6 },
    { sets: ['mace', 'plan'], children: 3 },
    { sets: ['mace'], children: 1 },
  ],
} as unknown as Overlaps;

it('says of overlaps which is largest, how many are on several lists, and which list is most by itself', () => {
  expect(overlapsInWords(found)).toEqual([
    'The largest overlap is open to MACE and child protection plan and no other list: 3 children.',
    '3 children of 10 children (30%) are on two lists or more.',
    'The list most by itself is child protection plan: 67% of its children are on no other.',
  ]);
  const alone = { ...found, combinations: found.combinations.filter(({ sets }) => sets.length === 1) };
  expect(overlapsInWords(alone)[0]).toBe('No child is on more than one list.');
  expect(overlapsInWords({ ...found, children: 0, combinations: [] })).toEqual(['No child is on any of these lists.']);
});

it('says of a curve what the last year had that could be followed to the end', () => {
  const at = (...values: (number | null)[]) => values.map((value, i) => ({ day: 30 * (i + 1), value }));
  const year = (cohort: string, complete: boolean, ...values: (number | null)[]) =>
    ({ cohort, complete, at: at(...values), median: complete ? 210 : null }) as never;
  const curve = (...cohorts: never[]) => curveInWords({ cohorts, again: 'another concern' });
  expect(curve(year('2023-24', true, 5, 10.25), year('2024-25', false, 6, null))).toBe(
    'Of those that began in 2023-24, 5.0% within 30 days and 10.3% within 60 days had another concern. Half had within 210 days.',
  );
  expect(curve(year('2024-25', false, null))).toBe('Too few are followed to say.');
});

it('asks the flow only for what notices hold', () => {
  expect(flowPath({ where: { town: ['Stoke'], outcome: ['NFA'] } })).toBe('/flow?where.town=Stoke');
  expect(flowPath({ where: {} })).toBe('/flow');
  expect(flowPath({ where: {}, from: '2025-04', to: '2025-06' })).toBe('/flow?from=2025-04&to=2025-06');
});

it('adds up who is on two lists, whatever else they are on', () => {
  const sets = ['a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase() })) as unknown as Overlaps['sets'];
  const combinations = [
    { sets: ['a', 'b'], children: 5 },
    { sets: ['a', 'b', 'c'], children: 2 },
    { sets: ['c'], children: 9 },
  ];
  expect(pairsOf({ sets, combinations })).toEqual([
    { title: 'A and b', children: 7 },
    { title: 'A and c', children: 2 },
    { title: 'B and c', children: 2 },
  ]);
});

it('reads a curve at a day of all years, as far as each is drawn', () => {
  const steps = (...all: [number, number][]) => all.map(([day, value]) => ({ day, value, at_risk: 20 }));
  const cohorts = [
    { cohort: '2023-24', steps: steps([20, 4], [90, 22.94], [365, 58]) },
    { cohort: '2024-25', steps: steps([40, 9], [60, 12]) },
  ] as never;
  expect(dayInWords(cohorts, 90)).toBe('Within 90 days: 22.9% (2023-24)');
  expect(dayInWords(cohorts, 30)).toBe('Within 30 days: 4.0% (2023-24), 0.0% (2024-25)');
  expect(dayInWords([], 30)).toBe('Within 30 days: too few are followed');
  expect(shareBy({ steps: [] }, 1)).toBeNull();
});

describe('what triage decided', () => {
  const flows = [
    { from: 'High', to: 'NFA', count: 42 },
    { from: 'High', to: 'Contact', count: 58 },
    { from: 'High', to: 'Not yet triaged', count: 100 },
    { from: 'Standard', to: 'NFA', count: 30 },
  ];
  it('is compared by risk, as shares of those that are triaged', () => {
    expect(outcomesInWords({ flows })).toBe(
      'NFA is the most frequent outcome of those triaged: 42% at high risk, 100% at standard risk.',
    );
    expect(outcomesInWords({ flows: flows.slice(2, 3) })).toBe('');
  });
  it('is told with who still waits, and for how long', () => {
    const waiting = { on: '2026-11-21', week: 30, month: 1, longer: 1670, by: [{ label: 'High', count: 1701 }] };
    expect(waitingInWords(waiting)).toBe(
      '1,701 not triaged by 21 November 2026: 30 of the 7 days before it, 1 of up to 30 days, 1,670 waiting longer. By risk: 1,701 high.',
    );
    expect(waitingInWords({ ...waiting, week: 0, month: 0, longer: 0, by: [] })).toBe(
      'All are triaged by 21 November 2026.',
    );
  });
});
