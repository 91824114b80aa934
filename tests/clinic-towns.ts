// The clinic's visits from two towns: the whole is as usual, while at the end one town rises by what the other falls.
import { clinicFile, visit } from './clinic.ts';

/** Visits from Hanley in 16 months from January 2024; those from Longton make up the rest. */
const HANLEY = [10, 12, 9, 13, 10, 12, 9, 13, 10, 12, 9, 13, 10, 18, 19, 18];
const BOTH = 26;
const PEOPLE = {
  Hanley: {},
  Longton: { patient: 'P2', nhs: '9990000026', postcode: 'ST3 1AA', forename: 'Ben' },
};

/** A file a month. @returns their paths */
export const townFiles = (): string[] =>
  HANLEY.map((hanley, i) => {
    const [year, month] = [2024 + Math.floor(i / 12), String((i % 12) + 1).padStart(2, '0')];
    const of = (town: keyof typeof PEOPLE, count: number) =>
      Array.from({ length: count }, (_, n) =>
        visit({ ...PEOPLE[town], visit: `${town}${i}-${n}`, arrived: `1${n % 9}/${month}/${year} 09:30`, left: '' }),
      );
    // The whole moves a little too: a figure that never changes has no usual range.
    const rows = [...of('Hanley', hanley), ...of('Longton', BOTH - hanley + (i % 2))];
    return clinicFile(`visits_${year}_${month}.csv`, rows);
  });
