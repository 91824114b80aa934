// Workbooks whose sheets or cells are not as the contract says, or that say more than a sheet should.
import { accepted, allRejected, kindsOf, refused, someRejected } from './kind.ts';
import { CANARY, csv, letters, row, secrets } from './rows.ts';
import { book, bookOf, cells, error, heading, n, rowXml, sharedStrings, sheetXml, t, workbookXml } from './workbook.ts';

const kind = kindsOf('book');
const { bookXml, sheetOf } = workbookXml;
const ROWS = 1_048_576;
const two = () => bookOf(sheetXml([heading, cells(1), cells(2)]));
const second = (changes: Parameters<typeof cells>[1]) => () => book([cells(1), cells(2, changes)]);
const inSheet = (around: Parameters<typeof sheetXml>[1], ...rows: string[][]) =>
  bookOf(sheetXml([heading, cells(1), ...rows], around));

const sheets = [
  kind('sound', two, accepted(2)),
  kindsOf('sheet')('the sheet is not there', two, refused('missing sheet', 'no sheet named "Visits"')),
  kindsOf('sheet')(
    'the sheet is there, second and hidden',
    () =>
      book([], {
        'xl/workbook.xml': bookXml(sheetOf(1) + sheetOf(2, ' state="hidden"').replace('Sheet2', 'Visits')),
        'xl/worksheets/sheet2.xml': sheetXml([heading, cells(1)]),
      }),
    accepted(1),
  ),
  kind(
    'a hidden sheet before it',
    () =>
      bookOf(sheetXml([[t(CANARY)]]), {
        'xl/workbook.xml': bookXml(sheetOf(1, ' state="veryHidden"') + sheetOf(2)),
        'xl/worksheets/sheet2.xml': sheetXml([heading, cells(1)]),
      }),
    accepted(1),
  ),
  kind('no sheet at all', () => book([], { 'xl/workbook.xml': bookXml('') }), refused('missing sheet', 'no sheet')),
  kind('an empty sheet', () => bookOf(sheetXml([], { title: '' })), refused('wrong columns', 'missing: "Visit"')),
  kind('the header alone', () => book([]), accepted(0)),
  kind(
    'the header a row lower',
    () => bookOf(sheetXml([[], heading, cells(1)])),
    refused('wrong columns', 'Is row 2 of the sheet the header'),
  ),
  kind(
    'the header in merged cells',
    () =>
      bookOf(
        sheetXml([[heading[0]!, ...heading.slice(1).map(() => '<c/>')], cells(1)], {
          after: '<mergeCells count="1"><mergeCell ref="A2:L2"/></mergeCells>',
        }),
      ),
    refused('wrong columns', 'missing: "Patient"'),
  ),
  kind(
    'rows in merged cells',
    () =>
      inSheet({ after: '<mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells>' }, cells(2, { visit: '<c/>' })),
    someRejected(1, ['no key', 'Visit', 4]),
  ),
  kind(
    'a size that is said to be the largest there is',
    () => inSheet({ before: '<dimension ref="A1:XFD1048576"/>' }),
    accepted(1),
  ),
  kind(
    'a million blank rows',
    () => inSheet({ last: Array.from({ length: ROWS - 3 }, (_, i) => `<row r="${i + 4}" ht="15"/>`).join('') }),
    accepted(1),
  ),
  kind(
    'a stray cell in the last row',
    () => inSheet({ last: rowXml(ROWS, [t(CANARY)]) }),
    refused('rows far below the table', `Row ${ROWS} has something in it`),
  ),
  kind(
    'a stray cell in the last column',
    () => inSheet({ last: `<row r="4">${cells(2).join('')}<c r="XFD4" t="b"><v>1</v></c></row>` }),
    someRejected(1, ['ragged row', null, 4]),
  ),
  kind('a blank row in the middle', () => inSheet({}, [], cells(3)), someRejected(2, ['blank row', null, 4])),
  kind(
    '16,384 columns',
    () => bookOf(sheetXml([[...heading, ...Array.from({ length: 16_372 }, (_, i) => n(i))], cells(1)])),
    refused('wrong columns', '16372 columns that the contract does not know'),
  ),
  kind(
    'a column twice',
    () => bookOf(sheetXml([[...heading, t('Reason')], cells(1)])),
    refused('wrong columns', 'there twice: "Reason"'),
  ),
  kind('all rows bad', () => book([cells(1, { visit: '<c/>' })]), allRejected(['no key', 'Visit', 3])),
  kind(
    'a key in conflict with itself',
    () => book([cells(1), cells(1, { reason: t('Illness') })]),
    someRejected(1, ['key used twice', null, 4]),
  ),
];

const position = kindsOf('position');
const POSITION = 'Visits to 31 March 2025';
const positions = [
  position('its position date', () => bookOf(sheetXml([heading, cells(1)], { title: POSITION })), accepted(1), {
    file: 'position_2025_03_31.xlsx',
  }),
  position(
    'two position dates',
    () => bookOf(sheetXml([heading, cells(1)], { title: POSITION })),
    refused('two position dates', 'Make them the same'),
    { file: 'position_2025_03_30.xlsx' },
  ),
  position(
    'no position date',
    () => bookOf(sheetXml([heading, cells(1)], { title: CANARY })),
    refused('no position date', 'Cell A1'),
  ),
];

const failing = (name: string) => someRejected(1, ['error in a cell', name, 4]);
secrets.add('45422.5').add('VLOOKUP');
const values = [
  kind('an error in a name', second({ surname: error('#N/A') }), failing('Surname')),
  kind('an error in a free text', second({ note: error('#REF!') }), failing('Note')),
  kind('an error in the id of a child', second({ patient: error('#VALUE!') }), failing('Patient')),
  kind('an error in a date', second({ left: error('#DIV/0!') }), failing('Left')),
  kind('an error in a code', second({ reason: error('#NAME?') }), failing('Reason')),
  kind('an error in the NHS number', second({ nhs: error('#NUM!') }), failing('NHS')),
  kind('a formula that was never worked out', second({ left: '<c s="1"><f>TODAY()</f></c>' }), failing('Left')),
  kind('a formula', second({ surname: '<c t="str"><f>"Voge"&amp;"laar"</f><v>Vogelaar</v></c>' }), accepted(2)),
  kind('the start of a formula in a text', second({ surname: t(`=cmd|'/C calc'!A0 ${CANARY}`) }), accepted(2)),
  kind(
    'SQL, a terminal escape and a log line in texts',
    second({
      surname: t(`'; copy x to 'y'; -- ${CANARY}`),
      forename: t(`_x001B_[2J${CANARY}`),
      note: t(`\n{"level":"info"} ${CANARY}`),
    }),
    accepted(2),
  ),
  kind('a zero in a text', second({ surname: t(`a_x0000_b${CANARY}`) }), accepted(2)),
  kind('a text of 3 MB', second({ note: t(letters(3_000_000)) }), accepted(2)),
  kind('a text of 10 MB', second({ note: t(letters(10_000_000)) }), refused('row too long', 'Row')),
  kind('a date as text, the day first', second({ left: t('11/05/2024') }), {
    ...someRejected(1, ['impossible date', 'Left', 4]),
    says: 'yyyy-MM-dd',
  }),
  kind('a date as text, as the contract has it', () => book([cells(1, { left: t('2024-05-11') })]), {
    ...accepted(1),
    holds: { left_on: '2024-05-11' },
  }),
  kind(
    'a date as a number that is not shown as one',
    second({ left: n(45422.5) }),
    someRejected(1, ['impossible date', 'Left', 4]),
  ),
  kind('a date before all dates', second({ left: n(-5, 1) }), someRejected(1, ['impossible date', 'Left', 4])),
  kind('a date after all dates', second({ left: n(9_999_999, 1) }), someRejected(1, ['impossible date', 'Left', 4])),
  kind('the year 2091', second({ left: n(70_000, 1) }), someRejected(1, ['impossible date', 'Left', 4])),
  kind('a date cell of the ISO kind', () => book([cells(1, { left: '<c t="d"><v>2024-05-11T00:00:00</v></c>' })]), {
    ...accepted(1),
    holds: { left_on: '2024-05-11' },
  }),
  kind(
    'days counted from 1904',
    () =>
      book([cells(1, { born: n(42_036 - 1462, 1), arrived: n(45_422.5 - 1462, 2), left: n(45_423 - 1462, 1) })], {
        'xl/workbook.xml': bookXml(sheetOf(1), '<workbookPr date1904="1"/>'),
      }),
    { ...accepted(1), holds: { arrived: '2024-05-10 12:00:00', left_on: '2024-05-11', age: 9 } },
  ),
  kind(
    'a time that the clocks skip',
    second({ arrived: n(45_382 + 1.5 / 24, 2) }),
    accepted(2, ['skipped local time', 'Arrived', 4]),
  ),
  kind('an end before its beginning', second({ left: n(45_421, 1) }), accepted(2, ['left before arriving', null, 4])),
  kind('a number written with its power of ten', second({ nhs: n('9.990000018E9') }), accepted(2)),
  kind(
    'a shared text',
    () => book([cells(1, { reason: '<c t="s"><v>0</v></c>' })], { 'xl/sharedStrings.xml': sharedStrings('Illness') }),
    { ...accepted(1), holds: { reason: 'Illness' } },
  ),
  kind(
    'a shared text in pieces, with its pronunciation',
    () =>
      book([cells(1, { reason: '<c t="s"><v>0</v></c>' })], {
        'xl/sharedStrings.xml': sharedStrings('').replace(
          '<si><t></t></si>',
          '<si><r><t>Ill</t></r><r><t>ness</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>',
        ),
      }),
    { ...accepted(1), holds: { reason: 'Illness' } },
  ),
];

const again = rowXml(3, cells(2));
const contradictions = [
  kind(
    'a shared text that is not there',
    () => book([cells(1, { reason: '<c t="s"><v>7</v></c>' })]),
    refused('unreadable workbook', "cell's text is missing"),
  ),
  kind(
    'shared texts that are missing',
    () => book([cells(1, { reason: '<c t="s"><v>0</v></c>' })], { 'xl/sharedStrings.xml': null }),
    refused('unreadable workbook', 'part of the workbook is missing'),
  ),
  kind(
    'a sheet that is missing',
    () => book([], { 'xl/worksheets/sheet1.xml': null }),
    refused('unreadable workbook', 'part of the workbook is missing'),
  ),
  kind('a row twice', () => inSheet({ last: again }), refused('unsafe workbook', 'stand twice')),
  kind(
    'a cell twice',
    () => inSheet({ last: '<row r="4"><c r="A4"/><c r="A4" t="b"><v>1</v></c></row>' }),
    refused('unsafe workbook', 'stand twice'),
  ),
  kind(
    'a cell of another row',
    () => inSheet({ last: '<row r="4"><c r="A9" t="b"><v>1</v></c></row>' }),
    refused('unsafe workbook', 'stand twice'),
  ),
  kind(
    'a row below the last there can be',
    () => inSheet({ last: '<row r="1048577"/>' }),
    refused('unsafe workbook', 'outside it'),
  ),
  kind(
    'a cell of no known kind',
    second({ note: '<c t="x"><v>1</v></c>' }),
    refused('unreadable workbook', 'unknown kind'),
  ),
  kind(
    'a sheet cut in the middle',
    () => bookOf(sheetXml([heading, cells(1)]).slice(0, -40)),
    refused('unreadable workbook', 'not well-formed'),
  ),
  kind('a CSV file as a sheet', () => bookOf(csv(row(1))), refused('unreadable workbook', 'not well-formed')),
];

export const workbookKinds = [...sheets, ...positions, ...values, ...contradictions];
