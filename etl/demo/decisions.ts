// What the invented partnership has decided: without its rebases each step in its story would read as a change for years.
import type { Decision } from '../decisions/kinds.ts';
import { decisionsKept, keep } from '../decisions/log.ts';
import type { Partnership } from '../partnership.ts';

const BOARD = { owner: 'Partnership board', source: 'Minutes of the board' };
const QUALITY = { owner: 'Quality Assurance Group', source: 'Minutes of the group' };
const board = (on: string): Decision => ({ kind: 'meeting', on, text: 'Partnership board', ...BOARD });
const rebase = (kpi: string, on: string, decided_on: string, text: string): Decision => ({
  kind: 'rebase',
  kpi,
  on,
  decided_on,
  text,
  ...QUALITY,
});
const target = (kpi: string, on: string, value: number): Decision => ({
  kind: 'target',
  kpi,
  on,
  until: null,
  value,
  ...BOARD,
});

/** In order of the day on which each was decided. */
const DECISIONS: readonly Decision[] = [
  rebase(
    'missing-children',
    '2024-04-01',
    '2024-07-12',
    'The police began to grade an absence before they record it as missing',
  ),
  rebase(
    'missing-episodes',
    '2024-04-01',
    '2024-07-12',
    'The police began to grade an absence before they record it as missing',
  ),
  { kind: 'event', kpi: null, on: '2024-09-01', text: 'Daily triage of police notices began', ...BOARD },
  rebase(
    'police-contacts',
    '2024-09-01',
    '2024-12-06',
    'A notice that triage closes is no longer sent to the front door',
  ),
  target('re-referrals-12m', '2025-04-01', 20),
  target('ppn-triaged-next-day', '2025-04-01', 95),
  target('missing-rhi-72h', '2025-04-01', 60),
  target('mace-no-plan', '2025-04-01', 5),
  rebase('ppn-triaged-next-day', '2025-01-01', '2025-05-09', 'Triage is staffed at weekends'),
  rebase('missing-rhi-72h', '2025-01-01', '2025-05-09', 'A second team holds return interviews'),
  board('2025-12-12'),
  {
    kind: 'event',
    kpi: 'missing-rhi-72h',
    on: '2026-01-05',
    text: 'Interviews are offered by telephone on the day of return',
    ...QUALITY,
  },
  board('2026-03-20'),
  board('2026-06-19'),
  {
    kind: 'action',
    kpi: 'missing-rhi-72h',
    on: '2026-06-19',
    due: '2026-10-30',
    done_on: null,
    text: 'Find out why a third of returns have no interview on record',
    ...QUALITY,
  },
  board('2026-09-18'),
  {
    kind: 'action',
    kpi: 'mace-no-plan',
    on: '2026-09-18',
    due: '2026-12-11',
    done_on: null,
    text: 'Review each open child who has no plan',
    owner: 'Child Exploitation and Missing subgroup',
    source: 'Minutes of the board',
  },
  {
    kind: 'comment',
    kpi: null,
    on: '2026-10-16',
    text: 'Interviews have been prompter since they are offered on the day of return. We watch whether it lasts through the winter.',
    ...QUALITY,
  },
];

/** The day of the last meeting before a day; undefined where there was none. */
export const lastMeetingOf = (day: string): string | undefined =>
  DECISIONS.findLast(({ kind, on }) => kind === 'meeting' && on < day)?.on;

/** Enters what the demo partnership has decided up to today. What an earlier run, cut short, has entered is there already. */
export async function decideForDemo(p: Pick<Partnership, 'store' | 'clock'>): Promise<void> {
  const today = p.clock.now().toISOString().slice(0, 10);
  const decided = DECISIONS.filter(({ on }) => on <= today);
  for (const decision of decided.slice(await decisionsKept(p)))
    await keep(p, { by: 'Demo partnership', replaces: null, why: null, decision });
}
