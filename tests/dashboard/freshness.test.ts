import { expect, it } from 'vitest';
import type { Extract } from '../../dashboard/api/shapes.ts';
import { dataUpTo, freshness, freshnessInWords } from '../../dashboard/words/freshness.ts';
import { oursFor, publishedPeriod } from '../../dashboard/words/published.ts';
import { EPISODES, monthRow, RATE, row } from './rows.ts';

const extract = (title: string, to: string | null, more: Partial<Extract> = {}): Extract => ({
  id: title,
  title,
  agency: 'council',
  agency_title: 'City Council',
  cadence: 'quarter',
  covered: to ? { from: '2022-04-01', to } : null,
  last_received: to ? '2026-11-21T05:13:13Z' : null,
  due: null,
  state: 'up to date',
  submissions: 1,
  rows: 1,
  refused: 0,
  ...more,
});

it('never says that data reach past the day on which they came', () => {
  expect(dataUpTo(extract('School roll', '2026-12-31'))).toBe('2026-11-21');
  expect(dataUpTo(extract('Referrals', '2026-09-30'))).toBe('2026-09-30');
});

it('says how far an agency reaches, and which of its extracts do not', () => {
  const agencies = freshness([
    extract('Plans', '2026-09-30', { state: 'late' }),
    extract('Referrals', '2026-10-31'),
    extract('Contacts', '2026-10-31'),
    extract('Interviews', null),
    extract('Notices', '2026-11-20', { agency_title: 'Police' }),
  ]);
  expect(agencies.map(freshnessInWords)).toEqual([
    '31 October 2026; 30 September 2026 for Plans; nothing received yet for Interviews',
    '20 November 2026',
  ]);
  expect(agencies[0]!.late).toEqual(['Plans']);
});

it('puts our figure beside a published one of the same period, a run of months summed only where all are there', () => {
  const months = ['2023-09', '2023-10', '2023-11'].map((m) => monthRow(m, 100));
  const year = row('2023-24', '2023-04-01', '2024-03-31', 1810);
  expect(oursFor('2023-24', [year, ...months], EPISODES)).toBe(year);
  expect(oursFor('2023-09 to 2023-11', [year, ...months], EPISODES)?.value).toBe(300);
  expect(oursFor('2023-09 to 2023-12', [year, ...months], EPISODES)).toBeUndefined();
  expect(oursFor('2023-09 to 2023-11', months.toSpliced(1, 1), EPISODES)).toBeUndefined();
  expect(oursFor('2023-09 to 2023-11', months, RATE)).toBeUndefined();
  expect(publishedPeriod('2023-09 to 2024-03')).toBe('September 2023 to March 2024');
});
