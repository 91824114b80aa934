import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../etl/periods.ts';
import { lakeOf, type StagedRow } from './lake.ts';

const notice = (child: string, incident_on: string, more = {}): StagedRow => ({
  child,
  notice_ref: `${child} ${incident_on}`,
  incident_on,
  created_at: `${incident_on} 10:00:00`,
  ...more,
});
const contact = (child: string, contact_on: string, more = {}): StagedRow => ({
  child,
  contact_ref: `${child} ${contact_on}`,
  contact_on,
  ...more,
});
const referral = (child: string, referral_on: string): StagedRow => ({
  child,
  referral_ref: `${child} ${referral_on}`,
  referral_on,
});

async function concerns(extracts: Parameters<typeof lakeOf>[0]) {
  const rows = await (await lakeOf(extracts)).table('concern');
  return rows.map((row) => [row.child_ref, row.started_on, row.opened_by]);
}

describe('a concern', () => {
  it('takes in what follows on day 14, and not what follows on day 15', async () => {
    const extracts = {
      'police-ppn': [notice('Kai', '2024-03-01'), notice('Zoe', '2024-03-01')],
      'council-contacts': [contact('Kai', '2024-03-15'), contact('Zoe', '2024-03-16')],
    };
    expect(await concerns(extracts)).toEqual([
      ['Kai', '2024-03-01', 'Police notice'],
      ['Zoe', '2024-03-01', 'Police notice'],
      ['Zoe', '2024-03-16', 'Contact'],
    ]);
  });

  it('counts its 14 days from its first event, not from its latest', async () => {
    const days = ['2024-03-01', '2024-03-10', '2024-03-20', '2024-04-02', '2024-04-05'];
    expect(await concerns({ 'council-referrals': days.map((day) => referral('Kai', day)) })).toEqual([
      ['Kai', '2024-03-01', 'Referral'],
      ['Kai', '2024-03-20', 'Referral'],
      ['Kai', '2024-04-05', 'Referral'],
    ]);
  });

  it('begins where counting day by day says that it does', async () => {
    const gaps = fc.array(fc.constantFrom(1, 2, 5, 13, 14, 15, 16, 29, 30, 200), { maxLength: 12 });
    const children = fc.sample(gaps, { numRuns: 60, seed: 7 });
    const dates = children.map((steps) => steps.reduce((all, n) => [...all, addDays(all.at(-1)!, n)], ['2020-01-01']));
    const expected = dates.flatMap((days, i) => {
      const starts: string[] = [];
      for (const day of days) if (starts.length === 0 || day > addDays(starts.at(-1)!, 14)) starts.push(day);
      return starts.map((day) => [`child ${i}`, day, 'Referral']);
    });
    const rows = dates.flatMap((days, i) => days.map((day) => referral(`child ${i}`, day)));
    const sorted = (all: unknown[][]) => all.map(String).sort();
    expect(sorted(await concerns({ 'council-referrals': rows }))).toEqual(sorted(expected));
  });

  it('is one for all that happens on a day, and is opened by the notice of that day', async () => {
    const extracts = {
      'police-ppn': [
        notice('Kai', '2024-03-01', { town: 'Longton' }),
        notice('Kai', '2024-03-01', { notice_ref: 'another', town: 'Longton' }),
      ],
      'council-contacts': [contact('Kai', '2024-03-01', { town: 'Hanley' })],
      'council-referrals': [referral('Kai', '2024-03-01')],
    };
    expect(await (await lakeOf(extracts)).table('concern')).toMatchObject([
      { opened_by: 'Police notice', town: 'Longton' },
    ]);
  });

  it('is dated by the incident, not by when the notice was written', async () => {
    const extracts = { 'police-ppn': [notice('Kai', '2024-02-28', { created_at: '2024-03-02 09:00:00' })] };
    expect(await concerns(extracts)).toEqual([['Kai', '2024-02-28', 'Police notice']]);
  });

  it('is never lost however long a child is known: an event every day of a childhood', async () => {
    const day = (n: number) => new Date(Date.UTC(2006, 0, 1 + n)).toISOString().slice(0, 10);
    const days = Array.from({ length: 18 * 365 }, (_, n) => day(n));
    const found = await concerns({ 'council-contacts': days.map((d) => contact('Kai', d)) });
    expect(found.map(([, started]) => started)).toEqual(days.filter((_, n) => n % 15 === 0));
  });
});
