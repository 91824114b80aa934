import { AgencyFile } from '../agency-file.ts';
import { iso, lastDay, monthOf, uk } from '../calendar.ts';
import { random } from '../random.ts';
import { CHILD_HEADER, childCells } from './annex-a.ts';
import type { Writer } from './file.ts';

const HEADER = `${CHILD_HEADER},CP Plan Start Date,CP Plan End Date,Initial Category of Abuse`;
const TWO_YEARS = 731;
const FIRST_LIST = monthOf(2025, 3);

/** One file a quarter: child protection plans open at any time in the two years up to a quarter's end: Annex A, list 7. */
export const councilCpPlans =
  (seed: number): Writer =>
  ({ month, upTo, plans }) => {
    const at = lastDay(month);
    if (plans.length === 0 || month < FIRST_LIST || upTo < at) return [];
    const r = random(seed, 'council-cp-plans', month);
    const file = new AgencyFile(HEADER);
    for (const { child, start, end, category } of plans) {
      if (start > at || (end !== null && end < at - TWO_YEARS)) continue;
      const ended = end !== null && end <= at ? uk(end) : '';
      file.add(r, [...childCells(r, child, at), uk(start), ended, category], { key: 0, date: 9, code: 11 });
    }
    return [
      {
        extract: 'council-cp-plans',
        name: `AnnexA_List7_${iso(at).replaceAll('-', '')}.csv`,
        content: file.text,
      },
    ];
  };
