import { describe, expect, it } from 'vitest';
import { lakeOf, share, type StagedRow } from '../models/lake.ts';

const notice = (child: string, created_at: string, triaged_on: string | null, more = {}): StagedRow => ({
  child,
  notice_ref: `of ${child}`,
  incident_on: created_at.slice(0, 10),
  created_at,
  triaged_on,
  ...more,
});

describe('a notice is triaged by the next day', () => {
  const triaged = async (notices: StagedRow[]) =>
    (await (await lakeOf({ 'police-ppn': notices }, ['ppn-triaged-next-day'])).table('ppn-triaged-next-day')).map(
      (fact) => [fact.child_ref, fact.is_in_time],
    );

  it('on its day or the next by the calendar, not by 24 hours', async () => {
    const late = '2024-09-10 23:55:00';
    expect(
      await triaged([
        notice('same day', late, '2024-09-10'),
        notice('next day', late, '2024-09-11'),
        notice('day after', late, '2024-09-12'),
      ]),
    ).toEqual([
      ['day after', 0],
      ['next day', 1],
      ['same day', 1],
    ]);
  });

  it('not while it waits, and not by a date before it was written', async () => {
    expect(
      await triaged([
        notice('waits', '2024-09-10 09:00:00', null),
        notice('mistyped', '2024-09-10 09:00:00', '2024-09-01'),
      ]),
    ).toEqual([
      ['mistyped', 0],
      ['waits', 0],
    ]);
  });

  it('and is in the count from 1 September 2024 on, when triage began', async () => {
    expect(
      await triaged([
        notice('before', '2024-08-31 23:59:00', null),
        notice('first', '2024-09-01 00:00:00', '2024-09-01'),
      ]),
    ).toEqual([['first', 1]]);
  });
});

describe('triage outcomes', () => {
  it('count each child of a notice by the date of triage, and leave out what waits', async () => {
    const rows = [
      notice('Kai', '2024-09-30 10:00:00', '2024-10-01', { outcome: 'NFA' }),
      notice('Zoe', '2024-09-30 10:00:00', '2024-10-01', { outcome: 'NFA' }),
      notice('Ali', '2024-09-30 10:00:00', null),
    ];
    const facts = await (await lakeOf({ 'police-ppn': rows }, ['ppn-triage-outcome'])).table('ppn-triage-outcome');
    expect(facts.map((fact) => [fact.child_ref, fact.triaged_on, fact.outcome])).toEqual([
      ['Kai', '2024-10-01', 'NFA'],
      ['Zoe', '2024-10-01', 'NFA'],
    ]);
  });
});

describe('police contacts', () => {
  it("are the front door's contacts from the police alone", async () => {
    const contact = (contact_ref: string, source: string | null): StagedRow => ({
      child: 'Kai',
      contact_ref,
      contact_on: '2024-05-01',
      source,
    });
    const facts = await (
      await lakeOf({ 'council-contacts': [contact('C1', 'Police'), contact('C2', 'Health'), contact('C3', null)] }, [
        'police-contacts',
      ])
    ).table('police-contacts');
    expect(facts).toHaveLength(1);
  });
});

describe('notices and the children on them', () => {
  it('are two counts: a notice that names two children is one notice', async () => {
    const rows = [
      notice('Kai', '2024-05-01 10:00:00', null, { notice_ref: 'N1' }),
      notice('Zoe', '2024-05-01 10:00:00', null, { notice_ref: 'N1' }),
    ];
    const lake = await lakeOf({ 'police-ppn': rows }, ['ppn-received', 'ppn-notices', 'ppn-repeat-12m']);
    expect(await lake.table('ppn-received')).toHaveLength(2);
    expect(new Set((await lake.table('ppn-notices')).map((fact) => fact.notice_ref))).toEqual(new Set(['N1']));
    expect(share(await lake.table('ppn-repeat-12m'), 'is_repeat', 'is_notice')).toEqual([0, 2]);
  });
});
