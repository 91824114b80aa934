import { AgencyFile, type Spoil } from '../agency-file.ts';
import { type Day, endsQuarter, financialQuarter, financialYear, uk } from '../calendar.ts';
import type { MonthOfEvents } from '../history.ts';
import { written, writtenNhs } from '../faults.ts';
import { councilId, upn } from '../numbers.ts';
import type { Child } from '../people.ts';
import { type Random, random } from '../random.ts';
import type { Writer } from './file.ts';

/** The columns with which the council's lists begin, in the manner of the inspectorate's Annex A. */
export const CHILD_HEADER = 'Child Unique ID,NHS Number,UPN,Forename,Surname,Date of Birth,Gender,Ethnicity,Postcode';

const FIVE_YEARS = 1826;

/** The cells of those columns, as the council wrote the child down on a day. */
export function childCells(r: Random, child: Child, day: Day): string[] {
  const row = written(r, child, day, 0.95);
  const upnMissing = r() < 0.14 || day - child.born < FIVE_YEARS;
  return [
    councilId(child.number),
    writtenNhs(r, child, 0.14),
    upnMissing ? '' : upn(child.number),
    row.forename,
    row.surname,
    row.born === null ? '' : uk(row.born),
    child.girl ? 'F' : 'M',
    r() < 0.06 ? 'NOBT' : child.family.background.council,
    row.postcode,
  ];
}

/** "2024Q3": the year in which the financial year begins, and its quarter. */
export const quarterName = (month: number): string => `${financialYear(month)}Q${financialQuarter(month)}`;

interface QuarterlyList<Row> {
  seed: number;
  extract: string;
  header: string;
  prefix: string;
  rowsOf(events: MonthOfEvents): Row[];
  dayOf(row: Row): Day;
  cells(r: Random, row: Row): string[];
  spoil: Spoil;
}

/** A list that the council sends every quarter, growing day by day until the quarter ends. */
export function quarterlyList<Row>({
  seed,
  extract,
  header,
  prefix,
  rowsOf,
  dayOf,
  cells,
  spoil,
}: QuarterlyList<Row>): Writer {
  let file = new AgencyFile(header);
  return (events) => {
    const r = random(seed, extract, events.month);
    for (const row of rowsOf(events)) {
      if (dayOf(row) > events.upTo) break;
      file.add(r, cells(r, row), spoil);
    }
    if (!endsQuarter(events.month) && !events.current) return [];
    const content = file.text;
    file = new AgencyFile(header);
    return [{ extract, name: `${prefix}_${quarterName(events.month)}.csv`, content }];
  };
}
