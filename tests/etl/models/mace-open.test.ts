import { describe, expect, it } from 'vitest';
import { lakeOf, type StagedRow } from './lake.ts';

const AT = '2025-03-31';
const spell = (child: string, opened_on: string, more = {}): StagedRow => ({
  child,
  opened_on,
  period_from: AT,
  period_to: AT,
  has_plan: true,
  ...more,
});
const tracked = async (tracker: StagedRow[], others = {}) =>
  (await lakeOf({ 'mace-tracker': tracker, ...others })).table('mace_open');

describe('a child open to MACE at a position', () => {
  it('was opened on or before the day, and is not closed on it', async () => {
    const rows = await tracked([
      spell('opened that day', AT),
      spell('opened the day after', '2025-04-01'),
      spell('closed that day', '2024-06-01', { closed_on: AT }),
      spell('closed the day after', '2024-06-01', { closed_on: '2025-04-01' }),
    ]);
    expect(rows.map((row) => row.child_ref)).toEqual(['closed the day after', 'opened that day']);
  });

  it('counts once when the tracker has two open spells, as the later of them says', async () => {
    const rows = await tracked([
      spell('Kai', '2024-01-01', { risk: 'Low' }),
      spell('Kai', '2024-09-01', { risk: 'High' }),
    ]);
    expect(rows).toMatchObject([{ child_ref: 'Kai', risk: 'High' }]);
  });

  it('says the same of two spells that began on one day, in whatever order they come', async () => {
    const both = [spell('Kai', '2024-09-01', { risk: 'Low' }), spell('Kai', '2024-09-01', { risk: 'High' })];
    expect(await tracked(both)).toEqual(await tracked(both.toReversed()));
  });

  it('is on a plan that is open that day, not on one that ends or begins then or after', async () => {
    const plan = (child: string, start_on: string, end_on: string | null = null): StagedRow => ({
      child,
      start_on,
      end_on,
    });
    const plans = [
      plan('open', AT),
      plan('ended', '2024-01-01', AT),
      plan('later', '2025-04-01'),
      plan('twice', '2024-01-01', '2024-06-01'),
      plan('twice', '2025-01-01'),
    ];
    const rows = await tracked(plans.map((p) => spell(p.child, '2024-06-01')).slice(0, 4), {
      'council-cp-plans': plans,
    });
    expect(rows.map((row) => [row.child_ref, row.is_on_cp_plan])).toEqual([
      ['ended', 0],
      ['later', 0],
      ['open', 1],
      ['twice', 1],
    ]);
  });

  it('lives where the latest record up to the position says, whatever came after', async () => {
    const contact = (contact_on: string, town: string | null, sex = 'Male'): StagedRow => ({
      child: 'Kai',
      contact_ref: contact_on,
      contact_on,
      town,
      sex,
      ethnicity_group: 'Mixed',
    });
    const rows = await tracked([spell('Kai', '2024-06-01')], {
      'council-contacts': [
        contact('2024-01-01', 'Hanley'),
        contact('2024-08-01', 'Longton'),
        contact('2024-09-01', null),
        contact('2025-04-01', 'Stoke', 'Not known'),
      ],
    });
    expect(rows).toMatchObject([{ town: 'Longton', sex: 'Male', ethnicity_group: 'Mixed' }]);
  });
});
