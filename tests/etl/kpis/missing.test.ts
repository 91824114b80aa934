import { describe, expect, it } from 'vitest';
import { lakeOf, share, type StagedRow } from '../models/lake.ts';

const episode = (episode_ref: string, returned_at: string | null, more = {}): StagedRow => ({
  child: `child of ${episode_ref}`,
  episode_ref,
  reported_at: '2024-12-01 09:00:00',
  returned_at,
  ...more,
});
const interview = (episode_ref: string, completed_at: string | null): StagedRow => ({
  child: `child of ${episode_ref}`,
  episode_ref,
  completed_at,
});

/** Whether an interview so long after a return counts as in time. */
async function inTime(returned: string, completed: string | null) {
  const extracts = {
    'police-missing': [episode('E1', returned)],
    'council-rhi': [interview('E1', completed)],
  };
  const facts = await (await lakeOf(extracts, ['missing-rhi-72h'])).table('missing-rhi-72h');
  return facts[0]!.is_in_time === 1;
}

describe('a return interview is in time', () => {
  it('at 72 hours to the minute, and not a minute later', async () => {
    expect(await inTime('2024-12-10 12:00:00', '2024-12-13 12:00:00')).toBe(true);
    expect(await inTime('2024-12-10 12:00:00', '2024-12-13 12:01:00')).toBe(false);
  });

  it('by elapsed hours when the clocks go forward: the wall clock shows an hour more', async () => {
    expect(await inTime('2025-03-28 12:00:00', '2025-03-31 13:00:00')).toBe(true);
    expect(await inTime('2025-03-28 12:00:00', '2025-03-31 13:01:00')).toBe(false);
  });

  it('by elapsed hours when the clocks go back: the wall clock shows an hour less', async () => {
    expect(await inTime('2025-10-24 12:00:00', '2025-10-27 11:00:00')).toBe(true);
    expect(await inTime('2025-10-24 12:00:00', '2025-10-27 11:01:00')).toBe(false);
  });

  it('only when it took place, and after the return', async () => {
    expect(await inTime('2024-12-10 12:00:00', null)).toBe(false);
    expect(await inTime('2024-12-10 12:00:00', '2024-12-10 11:59:00')).toBe(false);
  });
});

describe('return interviews within 72 hours', () => {
  it('are a share of all that ended, with an interview row or without, and of none that is still open', async () => {
    const extracts = {
      'police-missing': [
        episode('E1', '2024-12-10 12:00:00'),
        episode('E2', '2024-12-10 12:00:00'),
        episode('still missing', null),
      ],
      'council-rhi': [
        interview('E1', '2024-12-11 12:00:00'),
        interview('unknown to the police', '2024-12-11 12:00:00'),
      ],
    };
    const facts = await (await lakeOf(extracts, ['missing-rhi-72h'])).table('missing-rhi-72h');
    expect(share(facts, 'is_in_time', 'is_return')).toEqual([1, 2]);
  });

  it('belong to the day of the return, in local time', async () => {
    const extracts = {
      'police-missing': [episode('E1', '2025-04-01 00:10:00', { reported_at: '2025-03-31 23:40:00' })],
    };
    const lake = await lakeOf(extracts, ['missing-rhi-72h', 'missing-episodes']);
    expect(await lake.table('missing-rhi-72h')).toMatchObject([{ returned_on: '2025-04-01' }]);
    expect(await lake.table('missing-episodes')).toMatchObject([{ reported_on: '2025-03-31' }]);
  });
});

describe('missing children', () => {
  it('are split by the ethnicity that another record of the child says, since the police send none here', async () => {
    const extracts = {
      'police-missing': [episode('E1', null, { child: 'Kai' }), episode('E2', null, { child: 'Zoe' })],
      'council-contacts': [
        { child: 'Kai', contact_ref: 'C1', contact_on: '2024-01-01', ethnicity_group: 'Mixed' },
        { child: 'Kai', contact_ref: 'C2', contact_on: '2024-02-01', ethnicity_group: 'Not known' },
      ],
    };
    const facts = await (await lakeOf(extracts, ['missing-children'])).table('missing-children');
    expect(facts).toMatchObject([
      { child_ref: 'Kai', ethnicity_group: 'Mixed' },
      { child_ref: 'Zoe', ethnicity_group: null },
    ]);
  });
});
