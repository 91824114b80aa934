import { uk } from '../calendar.ts';
import { secondCouncilId } from '../numbers.ts';
import { type Random, weighted } from '../random.ts';
import type { Contact } from '../referrals.ts';
import { CHILD_HEADER, childCells, quarterlyList } from './annex-a.ts';
import type { Writer } from './file.ts';

const outcome = weighted([['Information and advice', 41], ['NFA', 35], ['Early help', 24]]); // prettier-ignore

function cells(r: Random, { id, child, day, source, referral }: Contact): string[] {
  const row = [...childCells(r, child, day), id, uk(day), source, referral ? 'Referral to social care' : outcome(r)];
  if (r() < 0.002) row[0] = secondCouncilId(child.number);
  return row;
}

/** Contacts at the front door: Annex A, list 1. */
export const councilContacts = (seed: number): Writer =>
  quarterlyList<Contact>({
    seed,
    extract: 'council-contacts',
    header: `${CHILD_HEADER},Contact ID,Date of Contact,Contact Source,Contact Outcome`,
    prefix: 'AnnexA_List1',
    rowsOf: ({ contacts }) => contacts,
    dayOf: ({ day }) => day,
    cells,
    spoil: { key: 9, date: 10, code: 11 },
  });
