import { utils, write } from '@e965/xlsx';
import { type Day, iso, lastDay } from '../calendar.ts';
import { FIRST_POSITION } from '../cohort-size.ts';
import type { Spell } from '../exploitation.ts';
import { councilId } from '../numbers.ts';
import { surnameOf } from '../people.ts';
import { type Random, pick, random } from '../random.ts';
import type { Writer } from './file.ts';

const HEADER = ['Child Unique ID', 'NHS No', 'Name', 'D.O.B', 'Type', 'RFM score', 'Risk level', 'Date opened to MACE', 'Date closed',
  'Action plan in place?', 'Last consulted with YP', 'SEN', 'School URN', 'Notes']; // prettier-ignore
const SEN = { N: 'None', K: 'SEN support', E: 'EHCP' };
const FRIENDS = ['Jayden', 'Ellis', 'Kian', 'Bilal', 'Mason', 'Corey', 'Lacey', 'Reuben'];

const EXCEL_DAY_OF_1970 = 25_569;
const date = (day: Day | null) => (day === null ? null : { t: 'n', v: day + EXCEL_DAY_OF_1970, z: 'dd/mm/yyyy' });
const long = (day: Day) =>
  new Date(day * 86_400_000).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** Free text, as officers write it: it must not travel past landing. */
const note = (r: Random): string | null =>
  pick(r, [null, null, null, 'New phone and trainers, will not say from whom', `Seen with ${pick(r, FRIENDS)}`,
    'Collected by an unknown car after school', 'Mum worried about messages at night', 'Travelled to Manchester alone',
    'Engaging well with youth worker']); // prettier-ignore

function row(r: Random, { child, kind, score, risk, opened, closed, hasPlan, consulted }: Spell): unknown[] {
  return [
    councilId(child.number),
    r() < 0.08 ? null : String(child.nhs),
    `${surnameOf(child).toUpperCase()}, ${child.forename}`,
    date(child.born),
    kind,
    score,
    risk,
    date(opened),
    date(closed),
    pick(r, hasPlan ? ['Yes', 'Yes', 'Y'] : ['No', 'N']),
    date(consulted),
    SEN[child.sen],
    900_081 + (child.number % 15),
    note(r),
  ];
}

/** The child exploitation team's workbook: everyone ever in the cohort, as at each quarter's end. */
export const maceTracker =
  (seed: number): Writer =>
  ({ month, upTo, spells }) => {
    const at = lastDay(month);
    if (spells.length === 0 || month < FIRST_POSITION || upTo < at) return [];
    const r = random(seed, 'mace-tracker', month);
    const rows = spells.map((spell) => row(r, spell));
    const sheet = utils.aoa_to_sheet([
      ['Stoke-on-Trent MACE – Child Exploitation Tracker (invented children)'],
      [`Position at ${long(at)}. OFFICIAL-SENSITIVE`],
      [],
      HEADER,
      ...rows,
    ]);
    const book = utils.book_new(sheet, 'Tracker');
    return [
      {
        extract: 'mace-tracker',
        name: `MACE_Tracker_${iso(at)}.xlsx`,
        content: write(book, { type: 'buffer', bookType: 'xlsx', compression: true }),
      },
    ];
  };
