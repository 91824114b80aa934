import { expect, it } from 'vitest';
import { flowPath } from '../../dashboard/api/paths.ts';
import type { Overlaps } from '../../dashboard/api/shapes.ts';
import { curveInWords } from '../../dashboard/words/curve.ts';
import { overlapsInWords } from '../../dashboard/words/overlaps.ts';

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
    'The largest overlap is open to MACE and child protection plan: 3 children.',
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
    ({ cohort, complete, at: at(...values) }) as never;
  const curve = (...cohorts: never[]) => curveInWords({ cohorts, again: 'another concern' });
  expect(curve(year('2023-24', true, 5, 10.25), year('2024-25', false, 6, null))).toBe(
    'Of those that began in 2023-24, 5.0% within 30 days and 10.3% within 60 days had another concern.',
  );
  expect(curve(year('2024-25', false, null))).toBe('Too few are followed to say.');
});

it('asks the flow only for what notices hold', () => {
  expect(flowPath({ where: { town: ['Stoke'], outcome: ['NFA'] } })).toBe('/flow?where.town=Stoke');
  expect(flowPath({ where: {} })).toBe('/flow');
  expect(flowPath({ where: {}, from: '2025-04', to: '2025-06' })).toBe('/flow?from=2025-04&to=2025-06');
});
