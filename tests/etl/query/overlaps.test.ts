import { expect, it } from 'vitest';
import { overlaps } from '../../../etl/query/overlaps.ts';
import { kept } from './kept.ts';

const ON = '2025-03-31';
const YEAR = [{ from: '2024-04-01', to: ON }];
const COVERAGE = {
  'mace-tracker': [
    { from: '2024-12-31', to: '2024-12-31' },
    { from: ON, to: ON },
  ],
  'police-missing': YEAR,
  'police-ppn': YEAR,
  'council-cp-plans': YEAR,
};
const episodes = (child: string, ...days: string[]) => days.map((day) => [child, day, null]);
const notice = (child: string, ref: string, day: string) => [child, ref, day, day, null, null, null, null, null];
const TABLES = {
  mace_open: [
    ['Ann', ON],
    ['Ben', ON],
    ['Cai', '2024-12-31'],
  ],
  missing_episode: [
    ...episodes('Ann', '2024-04-01', '2025-01-01', ON),
    // Two in the twelve months and one on the day before them; one after the day.
    ...episodes('Ben', '2024-03-31', '2025-01-01', '2025-02-01', '2025-04-01'),
    ...episodes('Dee', '2024-05-01', '2024-05-02', '2024-05-03'),
  ],
  // The same notice twice is one.
  ppn: [notice('Eve', 'N1', '2024-05-01'), notice('Eve', 'N1', '2024-05-01'), notice('Eve', 'N2', '2024-06-01')],
  cp_plan: [
    ['Ann', '2025-01-01', null],
    ['Dee', '2025-01-01', ON],
    ['Fay', '2025-04-01', null],
  ],
};

it('puts each child into one combination of the lists of that day', async () => {
  const { p, snapshot } = await kept(TABLES, { coverage: COVERAGE });
  expect(await overlaps(p, snapshot)).toEqual({
    on: ON,
    days: [ON, '2024-12-31'],
    children: 3,
    sets: [
      { id: 'mace', title: 'Open to MACE', children: 2, only: 1, sensitive: true },
      { id: 'missing', title: 'Missing 3 times or more', children: 2, only: 1, sensitive: true },
      { id: 'notices', title: '3 notices or more', children: 0, only: 0 },
      { id: 'plan', title: 'Child protection plan', children: 1, only: 0, sensitive: true },
    ],
    combinations: [
      { sets: ['mace'], children: 1, sensitive: true },
      { sets: ['mace', 'missing', 'plan'], children: 1, sensitive: true },
      { sets: ['missing'], children: 1, sensitive: true },
    ],
    left_out: [],
  });
});

it('leaves out a list of which files lack a day of its twelve months, and says so', async () => {
  const coverage = { ...COVERAGE, 'police-missing': [{ from: '2024-04-02', to: ON }] };
  const { p, snapshot } = await kept(TABLES, { coverage });
  const found = await overlaps(p, snapshot, ON);
  expect(found.left_out).toEqual([{ id: 'missing', title: 'Missing 3 times or more', extract: 'police-missing' }]);
  expect(found.sets.map(({ id }) => id)).toEqual(['mace', 'notices', 'plan']);
  expect(found.combinations.flatMap(({ sets }) => sets)).not.toContain('missing');
});

it('asks an earlier tracker, and refuses a day without one', async () => {
  const { p, snapshot } = await kept(TABLES, { coverage: COVERAGE });
  expect((await overlaps(p, snapshot, '2024-12-31')).sets.map(({ id, children }) => [id, children])).toEqual([
    ['mace', 1],
    ['plan', 0],
  ]);
  await expect(overlaps(p, snapshot, '2025-03-30')).rejects.toThrow('no tracker of "2025-03-30"');
});
