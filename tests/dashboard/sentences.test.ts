import { describe, expect, it } from 'vitest';
import {
  changeOnYear,
  filterInWords,
  finding,
  latestRow,
  pointInWords,
  statusKey,
  trendInWords,
  viewInWords,
} from '../../dashboard/words/sentences.ts';
import { EPISODES, monthRow, RATE } from './rows.ts';

const YEAR = [monthRow('2024-10', 147), monthRow('2025-09', 150), monthRow('2025-10', 159)];
const begun = monthRow('2025-11', 40, { status: 'incomplete' });

describe('the finding', () => {
  it('speaks of the last complete period and the same one a year before', () => {
    expect(finding([...YEAR, begun], EPISODES)).toBe('159 episodes in October 2025: up 12 (8%) on October 2024.');
  });
  it('puts numerator and denominator beside a rate', () => {
    const rows = [monthRow('2025-10', 20.8, { numerator: 48, denominator: 231 })];
    expect(finding(rows, RATE)).toBe('20.8% (48 of 231) in October 2025.');
  });
  it('warns of a provisional figure', () => {
    const rows = [monthRow('2025-10', 159, { status: 'provisional' })];
    expect(finding(rows, EPISODES)).toBe(
      '159 episodes in October 2025. Provisional. Late records may still change it.',
    );
  });
  it('does not compare with an incomplete year before', () => {
    const rows = [monthRow('2024-10', 12, { status: 'incomplete' }), monthRow('2025-10', 159)];
    expect(finding(rows, EPISODES)).toBe('159 episodes in October 2025.');
    expect(changeOnYear(rows[1], rows[0], EPISODES)).toBe('No full year before');
  });
  it('compares with the year before also where a window leaves it out', () => {
    const before = { ...YEAR[2]!, period: '2024-10', from: '2024-10-01', to: '2024-10-31', value: 100 };
    expect(finding([{ ...YEAR[2]!, year_before: before }], EPISODES)).toContain('up 59 (59%) on October 2024.');
    expect(finding([before, { ...YEAR[2]!, year_before: null }], EPISODES)).toBe('159 episodes in October 2025.');
  });
  it('says when there is nothing', () => expect(finding([], EPISODES)).toBe('No figures yet for this view.'));
  it('falls back to an incomplete period when there is no other', () => expect(latestRow([begun])).toBe(begun));
});

describe('words for a chart', () => {
  it('say first, last, lowest and highest', () => {
    expect(trendInWords(YEAR, EPISODES)).toBe(
      'From 147 in October 2024 to 159 in October 2025. Lowest 147 in October 2024, highest 159 in October 2025.',
    );
  });
  it('do not take a month that has only begun for the lowest', () => {
    expect(trendInWords([...YEAR, begun], EPISODES)).toBe(trendInWords(YEAR, EPISODES));
  });
  it('say what each status means', () => {
    expect(statusKey([begun, monthRow('2025-10', 1, { status: 'provisional' }), begun])).toMatch(
      /^Incomplete: Data .* Provisional: Late records may still change it\.$/,
    );
  });
  it('say a point and that it is not final', () => {
    expect(pointInWords(begun, EPISODES)).toBe('November 2025: 40, incomplete');
    const unusual = { sense: 'worse' as const, words: 'Above the usual range' };
    expect(pointInWords({ ...YEAR[2]!, unusual }, EPISODES)).toBe('October 2025: 159, above the usual range');
  });
});

it('says what was chosen', () => {
  const titles = new Map([['age_band', 'Age']]);
  const view = { kpi: undefined, grain: 'quarter', by: 'age_band' } as const;
  expect(viewInWords({ ...view, where: { age_band: ['10 to 15'] } }, { kpi: undefined, titles, months: '' })).toBe(
    'Showing only Age: 10 to 15, by quarter and age, compared with the year before.',
  );
  expect(
    viewInWords({ ...view, by: undefined, where: {} }, { kpi: 'Missing episodes', titles, months: 'May 2025' }),
  ).toBe('Showing Missing episodes, everything by quarter, May 2025, compared with the year before.');
});

it('says a filter by titles', () => {
  const titles = new Map([['town', 'Town']]);
  expect(filterInWords({ town: ['Fenton', 'Hanley', 'Stoke'] }, titles)).toBe('Town: Fenton, Hanley or Stoke');
  expect(filterInWords({ agency: ['both'] }, new Map([['agency', 'Agency']]))).toBe('Agency: Both');
  expect(filterInWords({}, titles)).toBe('');
});
