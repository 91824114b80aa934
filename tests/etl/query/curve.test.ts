import { expect, it } from 'vitest';
import { curve } from '../../../etl/query/curve.ts';
import { addDays } from '../../../etl/periods.ts';
import { kept } from './kept.ts';

const END = '2026-06-30';
const SENT = [{ from: '2024-04-01', to: END }];
const coverage = { 'police-ppn': SENT, 'council-contacts': SENT, 'council-referrals': SENT };
const START = '2024-05-01';
const starts = (child: string, ...after: number[]) =>
  [0, ...after].map((day) => [child, addDays(START, day), '5 to 9']);
const many = (n: number, ...after: number[]) =>
  Array.from({ length: n }, (_, i) => starts(`c${after}-${i}`, ...after)).flat();

it('counts the share with another by each day, and how many were followed that far', async () => {
  // Of 20 children 5 have another after 30 days and 5 after exactly a year. What they have later starts in later years.
  const { p, snapshot } = await kept({ concern: [...many(10), ...many(5, 30), ...many(5, 365)] }, { coverage });
  const { cohorts, followed_to } = await curve(p, snapshot, 'concern');
  expect(followed_to).toBe(END);
  expect(cohorts.map(({ cohort, complete }) => [cohort, complete])).toEqual([
    ['2024-25', true],
    ['2025-26', false],
  ]);
  // Those that began again after 30 days are starts of the same year, and had no third.
  const [year] = cohorts;
  expect([year!.starts, year!.repeats]).toEqual([25, 10]);
  expect(year!.at.map(({ day, at_risk, value }) => [day, at_risk, value && Math.round(value)])).toEqual([
    [30, 25, 20],
    [90, 20, 20],
    [180, 20, 20],
    [365, 20, 40],
  ]);
});

it('marks each step that tells of 1 to 5 children, by how much it rises', async () => {
  const concern = [...many(20), ...many(5, 30), ...many(6, 60)];
  const { p, snapshot } = await kept({ concern }, { coverage });
  const [year] = (await curve(p, snapshot, 'concern')).cohorts;
  expect(year!.sensitive).toBeUndefined();
  expect(year!.steps.slice(0, 2).map(({ day, sensitive }) => [day, sensitive])).toEqual([
    [30, true],
    [60, undefined],
  ]);
});

it('says nothing where fewer than 10 are followed', async () => {
  const { p, snapshot } = await kept({ concern: many(9, 30) }, { coverage });
  const { cohorts } = await curve(p, snapshot, 'concern');
  // 18 starts; nine have another on day 30, which leaves nine.
  expect(cohorts[0]!.at.map(({ at_risk, value }) => [at_risk, value])).toEqual([
    [18, 50],
    [9, null],
    [9, null],
    [9, null],
  ]);
});

it('follows nobody beyond what files cover, nor over a gap in them', async () => {
  const gap = [
    { from: '2024-04-01', to: addDays(START, 20) },
    { from: addDays(START, 25), to: END },
  ];
  const { p, snapshot } = await kept({ concern: many(10, 30) }, { coverage: { ...coverage, 'police-ppn': gap } });
  const { cohorts } = await curve(p, snapshot, 'concern');
  // The second start of each is followed for a year; the first is lost in the gap, before its repeat.
  expect([cohorts[0]!.starts, cohorts[0]!.repeats]).toEqual([20, 0]);
  expect(cohorts[0]!.at[0]!.at_risk).toBe(10);
});

it('leaves out children who turn 18 while they are followed, and two starts of one day are one', async () => {
  const twice = [...starts('Ann'), ...starts('Ann')];
  const old = starts('Ben', 20).map(([child, day]) => [child!, day!, '16 and 17']);
  const { p, snapshot } = await kept({ concern: [...twice, ...old, ['Cai', START, null]] }, { coverage });
  const found = await curve(p, snapshot, 'concern');
  expect(found.left_out).toEqual(['16 and 17', '18 and over']);
  expect(found.cohorts.map(({ starts: n }) => n)).toEqual([2]);
});

it.each(['referral', 'notice', 'missing'])('has a curve of the %s', async (id) => {
  const { p, snapshot } = await kept({}, { coverage: { ...coverage, 'police-missing': SENT } });
  expect((await curve(p, snapshot, id)).cohorts).toEqual([]);
});

it('refuses a curve that is none', async () => {
  const { p, snapshot } = await kept({}, { coverage });
  await expect(curve(p, snapshot, 'constructor')).rejects.toThrow('no curve "constructor"');
});
