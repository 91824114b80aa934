import { beforeAll, expect, it } from 'vitest';
import { writeDemo } from '../../../etl/demo/demo.ts';
import { scratchFolder } from '../../partnerships.ts';
import { type Row, iso, rows, tracker } from './sent.ts';

let folder: string;
beforeAll(async () => {
  folder = scratchFolder();
  await writeDemo(folder, { today: new Date('2026-11-21') });
}, 60_000);

const inYear = (date: string, year: number) => date >= `${year}-04-01` && date < `${year + 1}-04-01`;

it.each([
  [2023, 1810, 509],
  [2024, 1588, 395],
])('missing in the financial year from April %i: %i episodes of %i children', (year, episodes, children) => {
  const reported = rows(folder, 'police-missing', 'episode_id').filter((row) => inYear(row['reported_at']!, year));
  expect(reported).toHaveLength(episodes);
  expect(new Set(reported.map((row) => row['person_urn'])).size).toBe(children);
});

it.each([
  ['2023-09-01', '2024-03-31', 5368],
  ['2024-09-01', '2025-03-31', 2866],
])('police contacts from %s to %s: %i', (from, to, count) => {
  const contacts = rows(folder, 'council-contacts', 'Contact ID').filter((row) => row['Contact Source'] === '6');
  const dates = contacts.map((row) => iso(row['Date of Contact']!));
  expect(dates.filter((date) => date >= from && date <= to)).toHaveLength(count);
});

/** The same day of the year before; 29 February looks back to 28 February. */
const yearBefore = (date: string) => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`.replace(/02-29$/, '02-28');

it.each([
  [2023, 1226, 4798],
  [2024, 812, 3874],
])('re-referrals in the financial year from April %i: %i of %i', (year, again, all) => {
  const byChild = new Map<string, string[]>();
  const referrals = rows(folder, 'council-referrals', 'Referral ID').map((row) => ({
    id: row['Child Unique ID']!,
    date: iso(row['Date of Referral']!),
  }));
  for (const { id, date } of referrals) byChild.set(id, [...(byChild.get(id) ?? []), date]);
  const received = referrals.filter(({ date }) => inYear(date, year));
  const repeats = received.filter(({ id, date }) =>
    byChild.get(id)!.some((earlier) => earlier < date && earlier >= yearBefore(date)),
  );
  expect(received).toHaveLength(all);
  expect(repeats).toHaveLength(again);
});

const isOpen = (plan: Row, day: string) =>
  iso(plan['CP Plan Start Date']!) <= day && (plan['CP Plan End Date'] === '' || iso(plan['CP Plan End Date']!) > day);

it('MACE at 31 March 2025: 120 open, 24 on a child protection plan, 12 with SEN', () => {
  const { title, rows: cohort } = tracker(folder, 'MACE_Tracker_2025-03-31.xlsx');
  expect(title[1]).toBe('Position at 31 March 2025. OFFICIAL-SENSITIVE');
  const open = cohort.filter((row) => row['Date closed'] === null);
  const plans = rows(folder, 'council-cp-plans', 'Child Unique ID', 'CP Plan Start Date').filter((plan) =>
    isOpen(plan, '2025-03-31'),
  );
  const onPlan = new Set(plans.map((plan) => plan['Child Unique ID']));
  expect(open).toHaveLength(120);
  expect(open.filter((row) => onPlan.has(String(row['Child Unique ID'])))).toHaveLength(24);
  expect(open.filter((row) => row['SEN'] !== 'None')).toHaveLength(12);
});

it('about as many pupils as the city has', () => {
  const pupils = rows(folder, 'education-roll', 'UPN').length;
  expect(pupils).toBeGreaterThan(39_000);
});

it('a notice names its children once, no earlier than its incident, and its triage begins in September 2024', () => {
  const notices = rows(folder, 'police-ppn', 'PPN Ref', 'Person URN');
  expect(notices.every((row) => iso(row['Incident date']!) <= iso(row['Created']!))).toBe(true);
  const triaged = notices.filter((row) => row['Triage date'] !== '');
  expect(triaged.length).toBeGreaterThan(15_000);
  expect(
    triaged.every((row) => iso(row['Created']!) >= '2024-09-01' && iso(row['Triage date']!) >= iso(row['Created']!)),
  ).toBe(true);
  expect(new Set(notices.map((row) => row['PPN Ref'])).size).toBeLessThan(notices.length * 0.85);
});

it('links a return interview to the police episode of the same child', () => {
  const urnOf = new Map(
    rows(folder, 'police-missing', 'episode_id').map((row) => [row['episode_id'], row['person_urn']]),
  );
  const urnsOf = new Map<string, Set<string | undefined>>();
  for (const row of rows(folder, 'council-rhi', 'Police episode ref'))
    urnsOf.set(
      row['Child Unique ID']!,
      (urnsOf.get(row['Child Unique ID']!) ?? new Set()).add(urnOf.get(row['Police episode ref']!)),
    );
  expect(urnsOf.size).toBeGreaterThan(1000);
  expect([...urnsOf.values()].every((urns) => urns.size === 1 && !urns.has(undefined))).toBe(true);
});

it('children of the MACE cohort go missing more than others', () => {
  const councilOf = new Map(
    rows(folder, 'council-rhi', 'Police episode ref').map((row) => [row['Police episode ref'], row['Child Unique ID']]),
  );
  const recent = rows(folder, 'police-missing', 'episode_id').filter(
    (row) => row['reported_at']! > '2024-12-31' && row['reported_at']! < '2025-04-01',
  );
  const wentMissing = new Set(recent.map((row) => councilOf.get(row['episode_id'])));
  const open = tracker(folder, 'MACE_Tracker_2025-03-31.xlsx').rows.filter((row) => row['Date closed'] === null);
  const share = open.filter((row) => wentMissing.has(String(row['Child Unique ID']))).length / open.length;
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.7);
});
