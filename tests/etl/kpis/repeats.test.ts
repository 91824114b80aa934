import { describe, expect, it } from 'vitest';
import { lakeOf, share, type StagedRow } from '../models/lake.ts';

const referral = (child: string, referral_on: string, n = 1): StagedRow => ({
  child,
  referral_ref: `${child} ${referral_on} ${n}`,
  referral_on,
});
const notice = (child: string, notice_ref: string, incident_on: string, created = incident_on): StagedRow => ({
  child,
  notice_ref,
  incident_on,
  created_at: `${created} 10:00:00`,
});
const contact = (child: string, contact_on: string): StagedRow => ({
  child,
  contact_ref: `${child} ${contact_on}`,
  contact_on,
});

/** Whether the second of two referrals of a child is a repeat. */
async function isRepeat(first: string, second: string) {
  const facts = await (
    await lakeOf({ 'council-referrals': [referral('Kai', first), referral('Kai', second, 2)] }, ['re-referrals-12m'])
  ).table('re-referrals-12m');
  return facts.find((fact) => fact.referral_on === second)!.is_repeat === 1;
}

describe('a referral is a repeat', () => {
  it('exactly 12 months after another, and not a day later', async () => {
    expect(await isRepeat('2023-05-10', '2024-05-10')).toBe(true);
    expect(await isRepeat('2023-05-09', '2024-05-10')).toBe(false);
  });

  it('on 29 February when the other was on 28 February of the year before', async () => {
    expect(await isRepeat('2023-02-28', '2024-02-29')).toBe(true);
    expect(await isRepeat('2023-02-27', '2024-02-29')).toBe(false);
  });

  it('on 28 February 2025 when the other was on 29 February 2024', async () => {
    expect(await isRepeat('2024-02-29', '2025-02-28')).toBe(true);
  });

  it('not of another on the same day', async () => {
    expect(await isRepeat('2024-05-10', '2024-05-10')).toBe(false);
  });

  it('not of another child, and twice where a child is referred three times in a year', async () => {
    const rows = [
      referral('Kai', '2024-04-01'),
      referral('Kai', '2024-07-01'),
      referral('Kai', '2024-10-01'),
      referral('Zoe', '2024-10-01'),
    ];
    const facts = await (await lakeOf({ 'council-referrals': rows }, ['re-referrals-12m'])).table('re-referrals-12m');
    expect(share(facts, 'is_repeat', 'is_referral')).toEqual([2, 4]);
  });
});

describe('a police notice is a repeat', () => {
  const repeats = async (notices: StagedRow[]) => {
    const lake = await lakeOf({ 'police-ppn': notices }, ['ppn-repeat-12m']);
    return (await lake.table('ppn-repeat-12m')).map((fact) => [fact.created_on, fact.is_repeat]);
  };

  it('by the incidents, whichever notice was written first', async () => {
    const written = [notice('Kai', 'N1', '2024-03-01', '2024-03-20'), notice('Kai', 'N2', '2024-03-05', '2024-03-05')];
    expect(await repeats(written)).toEqual([
      ['2024-03-05', 1],
      ['2024-03-20', 0],
    ]);
  });

  it('not of a second notice about the same day', async () => {
    const echo = [notice('Kai', 'N1', '2024-03-01', '2024-03-01'), notice('Kai', 'N2', '2024-03-01', '2024-03-02')];
    expect(await repeats(echo)).toEqual([
      ['2024-03-01', 0],
      ['2024-03-02', 0],
    ]);
  });

  it('not of a notice that names a sibling', async () => {
    expect(await repeats([notice('Kai', 'N1', '2024-03-01'), notice('Zoe', 'N2', '2024-03-05')])).toEqual([
      ['2024-03-01', 0],
      ['2024-03-05', 0],
    ]);
  });
});

describe('a concern is a repeat', () => {
  const repeats = async (extracts: Parameters<typeof lakeOf>[0]) =>
    share(
      await (await lakeOf(extracts, ['repeat-concerns-12m'])).table('repeat-concerns-12m'),
      'is_repeat',
      'is_concern',
    );

  it('when another agency raised the earlier one', async () => {
    expect(
      await repeats({
        'police-ppn': [notice('Kai', 'N1', '2024-01-01')],
        'council-contacts': [contact('Kai', '2024-02-01')],
      }),
    ).toEqual([1, 2]);
  });

  it('not of what belongs to the same concern', async () => {
    expect(
      await repeats({
        'police-ppn': [notice('Kai', 'N1', '2024-01-01')],
        'council-contacts': [contact('Kai', '2024-01-15')],
      }),
    ).toEqual([0, 1]);
  });

  it('exactly 12 months after the earlier one began, and not a day later', async () => {
    const days = (first: string) => ({
      'council-contacts': [contact('Kai', first), contact('Kai', '2025-06-10')],
    });
    expect(await repeats(days('2024-06-10'))).toEqual([1, 2]);
    expect(await repeats(days('2024-06-09'))).toEqual([0, 2]);
  });
});

describe('children known', () => {
  it('are known to the police, to the council, to both or to any, from the day each became true', async () => {
    const lake = await lakeOf({
      'police-ppn': [notice('Kai', 'N1', '2024-05-01')],
      'police-missing': [{ child: 'Zoe', episode_ref: 'E1', reported_at: '2024-04-01 10:00:00' }],
      'council-contacts': [contact('Kai', '2024-03-01')],
      'mace-tracker': [{ child: 'Ali', opened_on: '2024-02-01', period_from: '2025-03-31', period_to: '2025-03-31' }],
      'education-roll': [{ child: 'Mia', period_from: '2025-01-01', period_to: '2025-03-31' }],
    }, ['children-known']); // prettier-ignore
    const facts = (await lake.table('children-known')).map((fact) => [fact.child_ref, fact.agency, fact.known_since]);
    expect(facts).toEqual([
      ['Ali', 'all', '2024-02-01'],
      ['Ali', 'council', '2024-02-01'],
      ['Kai', 'all', '2024-03-01'],
      ['Kai', 'both', '2024-05-01'],
      ['Kai', 'council', '2024-03-01'],
      ['Kai', 'police', '2024-05-01'],
      ['Zoe', 'all', '2024-04-01'],
      ['Zoe', 'police', '2024-04-01'],
    ]);
  });
});
