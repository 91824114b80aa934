import { uk } from '../calendar.ts';
import type { Referral } from '../referrals.ts';
import { CHILD_HEADER, childCells, quarterlyList } from './annex-a.ts';
import type { Writer } from './file.ts';

/** Referrals to social care: Annex A, list 3. */
export const councilReferrals = (seed: number): Writer =>
  quarterlyList<Referral>({
    seed,
    extract: 'council-referrals',
    header: `${CHILD_HEADER},Referral ID,Date of Referral,Referral Source,No Further Action`,
    prefix: 'AnnexA_List3',
    rowsOf: ({ referrals }) => referrals,
    dayOf: ({ day }) => day,
    cells: (r, { id, child, day, source, nfa }) => [
      ...childCells(r, child, day),
      id,
      uk(day),
      source,
      nfa ? 'Yes' : 'No',
    ],
    spoil: { key: 9, date: 10, code: 11 },
  });
