import { expect, it } from 'vitest';
import { flow } from '../../../etl/query/flow.ts';
import type { KpiTable } from '../../../etl/snapshots/log.ts';
import { kept } from './kept.ts';

const kpi = {
  header: { covered_by: ['police-ppn'], starts: '2024-09-01' },
  splits: { risk: ['High', 'Standard', 'Not known'], town: ['Hanley', 'Not known'], outcome: ['NFA'] },
} as unknown as KpiTable;
const coverage = {
  'police-ppn': [{ from: '2024-04-01', to: '2025-01-31' }],
  'council-contacts': [{ from: '2024-04-01', to: '2025-01-31' }],
  'council-referrals': [{ from: '2024-04-01', to: '2025-01-31' }],
};
const notice = (child: string, on: string, outcome: string | null, risk: string | null = 'High', town = 'Hanley') => [
  child,
  `N-${child}`,
  on,
  on,
  outcome && on,
  outcome,
  risk,
  town,
  null,
];
const SENT = 'Direct referral';
const TABLES = {
  ppn: [
    notice('early', '2024-08-31', null),
    notice('dropped', '2024-09-01', 'NFA', 'Standard'),
    notice('waits', '2024-10-01', null, null),
    notice('all', '2024-10-01', SENT),
    notice('late', '2024-10-01', SENT),
    notice('other', '2024-10-01', 'NFA', 'Standard'),
    // The last day on which thirty days have passed by the end of January, and the first on which they have not.
    notice('closed', '2025-01-01', SENT),
    notice('open', '2025-01-02', SENT),
  ],
  contact: [
    ['all', '2024-10-31'],
    ['late', '2024-11-01'],
    ['other', '2024-10-02'],
    ['closed', '2025-01-01'],
    ['open', '2025-01-03'],
  ],
  // Only the first took every step before: one was never sent on, one had no contact in time.
  referral: ['all', 'other', 'late'].map((child) => [child, '2024-10-01', null]),
};
const asked = async (request = {}) => {
  const { p, snapshot } = await kept(TABLES, { coverage, kpis: { 'ppn-triage-outcome': kpi } });
  return flow(p, snapshot, request);
};

it('follows the same notices through every step, and keeps apart what may still come', async () => {
  const { from, to, steps } = await asked();
  expect([from, to]).toEqual(['2024-09-01', '2025-01-31']);
  expect(steps.map(({ id, count, open }) => [id, count, open])).toEqual([
    ['received', 7, 0],
    ['triaged', 6, 1],
    ['sent-on', 4, 0],
    ['contact', 3, 0],
    ['referral', 1, 1],
  ]);
});

it('tells every notice once, from kind to outcome', async () => {
  const { flows, steps } = await asked();
  expect(flows).toEqual([
    { from: 'High', to: SENT, count: 4, sensitive: true },
    { from: 'Not known', to: 'Not yet triaged', count: 1, sensitive: true },
    { from: 'Standard', to: 'NFA', count: 2, sensitive: true },
  ]);
  expect(flows.reduce((sum, { count }) => sum + count, 0)).toBe(steps[0]!.count);
});

it('says how long those wait who are not triaged yet, by the last day that notices tell of', async () => {
  const waits = (on: string, risk: string) => notice(`waits-${on}`, on, null, risk);
  const ppn = [
    waits('2025-01-24', 'High'),
    waits('2025-01-23', 'High'),
    waits('2025-01-01', 'Low'),
    waits('2024-12-31', 'Low'),
  ];
  const { p, snapshot } = await kept({ ...TABLES, ppn }, { coverage, kpis: { 'ppn-triage-outcome': kpi } });
  expect((await flow(p, snapshot, {})).waiting).toEqual({
    on: '2025-01-31',
    week: 1,
    month: 2,
    longer: 1,
    sensitive: true,
    by: [
      { label: 'High', count: 2, sensitive: true },
      { label: 'Low', count: 2, sensitive: true },
    ],
  });
});

it('takes a period and a filter', async () => {
  const { from, to, steps } = await asked({ from: '2024-10', to: '2024-10', where: { risk: ['High', 'Not known'] } });
  expect([from, to, steps[0]!.count]).toEqual(['2024-10-01', '2024-10-31', 3]);
});

it.each([
  [{ by: 'shoe_size' }, 'no split "shoe_size"'],
  [{ by: 'outcome' }, 'ends in "outcome"'],
  [{ where: { town: ["' or true --"] } }, 'is no value of "town"'],
])('refuses %j', async (request, why) => {
  await expect(asked(request)).rejects.toThrow(why);
});
