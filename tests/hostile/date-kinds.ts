// Dates and times that no calendar has, or that somebody else's calendar has.
import { accepted, type Fault, kindsOf, someRejected } from './kind.ts';
import { csv, row } from './rows.ts';

const kind = kindsOf('clinic-visits');
const one = (cells: Parameters<typeof row>[1]) => () => Buffer.from(csv(row(1), row(2, cells)));
const impossible = (column: string, says: string, ...more: Fault[]) => ({
  ...someRejected(1, ['impossible date', column, 3], ...more),
  says,
});

export const dateKinds = [
  kind('31 February', one({ left: '31/02/2024' }), impossible('Left', 'dd/MM/yyyy')),
  kind('29 February in a common year', one({ born: '29/02/2023' }), impossible('Born', 'dd/MM/yyyy')),
  kind('the month first', one({ born: '02/28/2015' }), impossible('Born', 'month before the day')),
  kind('the year first', one({ born: '2015-02-28' }), impossible('Born', 'dd/MM/yyyy')),
  kind(
    'a year of two digits',
    one({ born: '28/02/15' }),
    impossible('Born', 'four digits', ['aged 18 or over', 'Born', 3]),
  ),
  kind(
    'the year 0202',
    one({ arrived: '10/05/0202 09:30' }),
    impossible('Arrived', 'between 1900 and 2026', ['born after the event', 'Born', 3]),
  ),
  kind('the year 2091', one({ left: '11/05/2091' }), impossible('Left', 'between 1900 and 2026')),
  kind('a number of days, as Excel counts', one({ born: '42036' }), impossible('Born', 'number')),
  kind('a month in words', one({ born: '28 Feb 2015' }), impossible('Born', 'dd/MM/yyyy')),
  kind('twenty-five o’clock', one({ arrived: '10/05/2024 25:00' }), impossible('Arrived', 'dd/MM/yyyy HH:mm')),
  kind(
    'a time that the clocks skip',
    one({ arrived: '31/03/2024 01:30' }),
    accepted(2, ['skipped local time', 'Arrived', 3]),
  ),
  kind('a time that the clocks show twice', one({ arrived: '27/10/2024 01:30' }), accepted(2)),
  kind('an end before its beginning', one({ left: '09/05/2024' }), accepted(2, ['left before arriving', null, 3])),
  kind('born after the event', one({ born: '01/02/2025' }), accepted(2, ['born after the event', 'Born', 3])),
];
