import { describe, expect, it } from 'vitest';
import { lakeOf, share, type StagedRow } from '../models/lake.ts';

const AT = '2025-03-31';
const daysBefore = (days: number) => new Date(Date.parse(AT) - days * 86_400_000).toISOString().slice(0, 10);
const spell = (child: string, more = {}): StagedRow => ({
  child,
  opened_on: daysBefore(200),
  period_from: AT,
  period_to: AT,
  ...more,
});

async function mace(kpi: string, numerator: string, denominator: string, tracker: StagedRow[], others = {}) {
  return share(await (await lakeOf({ 'mace-tracker': tracker, ...others }, [kpi])).table(kpi), numerator, denominator);
}

describe('a consultation is overdue', () => {
  const overdue = (tracker: StagedRow[]) =>
    mace('mace-consultation-overdue', 'is_consultation_overdue', 'is_due_consultation', tracker);

  it('when the last one was more than 56 days ago, not when it was 56', async () => {
    expect(await overdue([spell('Kai', { last_consulted_on: daysBefore(56) })])).toEqual([0, 1]);
    expect(await overdue([spell('Kai', { last_consulted_on: daysBefore(57) })])).toEqual([1, 1]);
  });

  it('when there never was one and the child was opened more than 56 days ago', async () => {
    expect(await overdue([spell('Kai', { opened_on: daysBefore(56) })])).toEqual([0, 1]);
    expect(await overdue([spell('Kai', { opened_on: daysBefore(57) })])).toEqual([1, 1]);
  });

  it('only of children open for 56 days or more', async () => {
    expect(await overdue([spell('Kai', { opened_on: daysBefore(55), last_consulted_on: daysBefore(90) })])).toEqual([
      0, 0,
    ]);
  });
});

describe('missing in the last 90 days', () => {
  const missing = (reported_at: string) =>
    mace('mace-missing-90d', 'went_missing', 'is_open', [spell('Kai')], {
      'police-missing': [{ child: 'Kai', episode_ref: 'E1', reported_at }],
    });

  it('takes in the position date itself and the 89 days before', async () => {
    expect(await missing(`${AT} 23:59:00`)).toEqual([1, 1]);
    expect(await missing(`${daysBefore(89)} 00:00:00`)).toEqual([1, 1]);
  });

  it('leaves out the day before those, and the day after', async () => {
    expect(await missing(`${daysBefore(90)} 23:59:00`)).toEqual([0, 1]);
    expect(await missing('2025-04-01 00:00:00')).toEqual([0, 1]);
  });
});

describe('a plan and special needs', () => {
  it('no plan is what the tracker does not say to be in place', async () => {
    const tracker = [spell('with', { has_plan: true }), spell('without', { has_plan: false }), spell('blank')];
    expect(await mace('mace-no-plan', 'has_no_plan', 'is_open', tracker)).toEqual([2, 3]);
  });

  it('special needs are support and EHC plans', async () => {
    const tracker = [
      spell('K', { sen: 'SEN support' }),
      spell('E', { sen: 'EHC plan' }),
      spell('N', { sen: 'No SEN' }),
      spell('blank'),
    ];
    expect(await mace('mace-sen', 'has_sen', 'is_open', tracker)).toEqual([2, 4]);
  });

  it('each position is counted by what its own tracker said', async () => {
    const before = { period_from: '2024-12-31', period_to: '2024-12-31' };
    const lake = await lakeOf(
      { 'mace-tracker': [spell('Kai', { ...before, has_plan: false }), spell('Kai', { has_plan: true })] },
      ['mace-no-plan'],
    );
    expect((await lake.table('mace-no-plan')).map((fact) => [fact.position_on, fact.has_no_plan])).toEqual([
      ['2024-12-31', 1],
      [AT, 0],
    ]);
  });

  it('and by the protection plan that was open on its own day', async () => {
    const before = { period_from: '2024-12-31', period_to: '2024-12-31' };
    const lake = await lakeOf(
      {
        'mace-tracker': [spell('Kai', before), spell('Kai')],
        'council-cp-plans': [{ child: 'Kai', start_on: '2025-02-01' }],
      },
      ['mace-cp-plan'],
    );
    expect((await lake.table('mace-cp-plan')).map((fact) => [fact.position_on, fact.is_on_cp_plan])).toEqual([
      ['2024-12-31', 0],
      [AT, 1],
    ]);
  });

  it('and by the episodes of its own 90 days', async () => {
    const before = { period_from: '2024-12-31', period_to: '2024-12-31' };
    const episode = { child: 'Kai', episode_ref: 'E1', reported_at: '2024-12-01 10:00:00' };
    const tracker = [spell('Kai', before), spell('Kai')];
    const lake = await lakeOf({ 'mace-tracker': tracker, 'police-missing': [episode] }, ['mace-missing-90d']);
    expect((await lake.table('mace-missing-90d')).map((fact) => [fact.position_on, fact.went_missing])).toEqual([
      ['2024-12-31', 1],
      [AT, 0],
    ]);
  });
});
