import { describe, expect, it } from 'vitest';
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
