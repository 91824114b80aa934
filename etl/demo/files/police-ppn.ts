import { AgencyFile } from '../agency-file.ts';
import { type Month, clock, lastDay, monthInYear, monthOf, uk, yearOf } from '../calendar.ts';
import type { MonthOfEvents } from '../history.ts';
import { plain, written } from '../faults.ts';
import type { Notice } from '../notices.ts';
import { policeId } from '../numbers.ts';
import { type Random, pick, random } from '../random.ts';
import type { DemoFile, Writer } from './file.ts';

const HEADER =
  'PPN Ref,Person URN,Surname,Forename(s),DOB,Sex,Self-defined ethnicity,Home postcode,Incident date,Created,Notice type,Risk,Triage date,Triage outcome';
/** The month whose first file was wrong, so that the police sent a second. */
const CORRECTED: Month = monthOf(2025, 6);

const SPELLINGS: Record<string, string[]> = {
  NFA: ['NFA', 'nfa', 'NFA ', 'No further action'],
  'Open Case': ['Open Case', 'OPEN CASE', 'Open case'],
  'Direct referral': ['Direct referral', 'Direct ref', 'Direct Referral'],
  'Ref to Family forum': ['Ref to Family forum', 'Family Forum', 'Ref to Family Forum'],
  'Ref to other': ['Ref to other', 'Ref to Other'],
};

/** Windows-1252 has no letter such as ł, and its apostrophe is a curly one (byte 0x92). */
const windows1252 = (text: string) => Buffer.from(text.replaceAll("'", '\x92'), 'latin1');
const sayable = (name: string) => (/^[\x20-\xff]*$/.test(name) ? name : plain(name));

function cells(r: Random, notice: Notice, upTo: number): string[] {
  const { child } = notice;
  const row = written(r, child, notice.created, 0.9);
  const unknown = r() < 0.12;
  const loud = r() < 0.1;
  const spelling = notice.outcome && pick(r, SPELLINGS[notice.outcome]!);
  const triaged = notice.triaged !== null && notice.triaged <= upTo;
  return [
    notice.ref,
    policeId(child.number),
    sayable(row.surname).toUpperCase(),
    sayable(row.forename),
    row.born === null ? '' : uk(row.born),
    child.girl ? 'F' : 'M',
    unknown ? '' : child.family.background.police,
    row.postcode,
    uk(notice.incident),
    `${uk(notice.created)} ${clock(notice.minute)}`,
    loud ? notice.kind.toUpperCase() : notice.kind,
    notice.risk,
    triaged ? uk(notice.triaged!) : '',
    triaged ? spelling : '',
  ];
}

function fileOf(seed: number, { month, notices, upTo }: MonthOfEvents, version: string): DemoFile {
  const r = random(seed, 'police-ppn', month);
  const file = new AgencyFile(HEADER, '\r\n');
  const wrongFrom = version === '_v1' ? lastDay(month) - 9 : Infinity;
  for (const notice of notices) {
    if (notice.created > upTo) break;
    const row = cells(r, notice, upTo);
    // The first version went wrong on the last days: references that the second does not hold.
    if (notice.created >= wrongFrom) row[0] = row[0]!.replace(/\/(?=\d{6})/, '/9');
    file.add(r, row, { key: 0, date: 8, code: 11 });
  }
  const name = `STAFFSPOL_PPN_${yearOf(month)}${String(monthInYear(month)).padStart(2, '0')}${version}.csv`;
  return { extract: 'police-ppn', name, content: windows1252(file.text) };
}

/** Police Protection Notices: one file a month, by the month of creation, cut at its end. */
export const policePpn =
  (seed: number): Writer =>
  (events) => {
    if (events.month !== CORRECTED) return [fileOf(seed, events, '')];
    return (events.current ? ['_v1'] : ['_v1', '_v2']).map((version) => fileOf(seed, events, version));
  };
