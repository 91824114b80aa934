import { expect, it } from 'vitest';
import type { Extract, Quality } from '../../dashboard/api/shapes.ts';
import { latestFirst, poorestFirst, worstFirst } from '../../dashboard/words/faults.ts';
import { ruleEffect } from '../../dashboard/words/rules.ts';

const extract = (id: string, state: Extract['state'], due: string | null = '2026-12-10'): Extract => ({
  id,
  title: id,
  agency: 'council',
  agency_title: 'City Council',
  cadence: 'month',
  covered: null,
  last_received: null,
  due,
  state,
  submissions: 1,
  rows: 1,
  refused: 0,
});
const counts = (id: string, rejected: number, warned: number, refused_files = 0): Quality['extracts'][number] => ({
  id,
  title: id,
  submissions: 1,
  rows: 1000,
  accepted: 1000 - rejected,
  rejected,
  repeated: 0,
  warned,
  refused_files,
});
const ids = (all: { id: string }[]) => all.map(({ id }) => id);

it('puts first what never came, then what has been late for longest, then what is due first', () => {
  const extracts = [
    extract('in time, no day', 'up to date', null),
    extract('in time', 'up to date', '2026-12-10'),
    extract('late', 'late', '2026-11-01'),
    extract('later still', 'late', '2026-10-01'),
    extract('never', 'never received', null),
  ];
  expect(ids(latestFirst(extracts))).toEqual(['never', 'later still', 'late', 'in time', 'in time, no day']);
});

it('puts first the extracts of which files were refused, then those with the most faulty rows', () => {
  const all = [counts('clean', 0, 0), counts('warned', 0, 60), counts('rejected', 61, 0), counts('refused', 0, 0, 1)];
  expect(ids(poorestFirst(all))).toEqual(['refused', 'rejected', 'warned', 'clean']);
  expect(ids(poorestFirst([{ ...counts('none', 0, 0), rows: 0 }, counts('one', 0, 1)]))).toEqual(['one', 'none']);
});

it('names what is wrong with each, the worst first, and leaves out what is well', () => {
  const extracts = ['well', 'poor', 'nearly', 'late', 'never'].map((id) =>
    extract(id, id === 'late' ? 'late' : id === 'never' ? 'never received' : 'up to date', '2026-11-01'),
  );
  const all = [counts('well', 0, 0), counts('poor', 10, 40), counts('nearly', 10, 39), counts('late', 0, 0, 2)];
  expect(worstFirst(extracts, all).map(({ extract: { id }, faults }) => [id, ...faults])).toEqual([
    ['never', 'never received'],
    ['late', 'late: a file was due on 1 November 2026', '2 files refused'],
    ['poor', '5% of rows faulty: 10 rejected, 40 kept with a warning'],
  ]);
});

it('says of a row that a warning names and another rule rejects that it was rejected', () => {
  expect(ruleEffect({ severity: 'reject', rows: 5 }, 0)).toBe('Row rejected');
  expect(ruleEffect({ severity: 'warn', rows: 5 }, 5)).toBe('Kept, warned');
  expect(ruleEffect({ severity: 'warn', rows: 5 }, 4)).toBe('Kept, warned; some rejected for another reason');
  expect(ruleEffect({ severity: 'warn', rows: 5 }, 0)).toBe('Rejected for another reason');
});
