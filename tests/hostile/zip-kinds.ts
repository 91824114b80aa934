// Files that are no workbook under the name of one, and workbooks that attack whoever unpacks them.
import { constants, deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { accepted, kindsOf, refused } from './kind.ts';
import { CANARY, csv, row } from './rows.ts';
import { book, bookOf, cells, heading, partsOf, sharedStrings, sheetXml, withEntry } from './workbook.ts';
import { type Entry, zip } from './zip.ts';

const kind = kindsOf('book');
const MB = 1024 * 1024;
const sheet = sheetXml([heading, cells(1)]);
const sound = () => bookOf(sheet);
const changed = (name: string, change: Partial<Entry>) => () =>
  zip(partsOf(sheet).map((entry) => (entry.name === name ? { ...entry, ...change } : entry)));
const inSheetPart = (change: Partial<Entry>) => changed('xl/worksheets/sheet1.xml', change);
const also = (entry: Entry) => () => withEntry(entry);
const unsafe = (says: string) => refused('unsafe workbook', says);
const unreadable = (says: string) => refused('unreadable workbook', says);
const tooLarge = (says: string) => refused('workbook too large', says);

const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex');
const others = [
  kind('a CSV file', () => Buffer.from(csv(row(1))), refused('wrong format', 'not an Excel workbook')),
  kind(
    'a sign-in page',
    () => Buffer.from(`<!doctype html>${CANARY}`),
    refused('wrong format', 'not an Excel workbook'),
  ),
  kind('empty', () => Buffer.alloc(0), refused('wrong format', 'not an Excel workbook')),
  kind('an old or an encrypted workbook', () => OLD_OFFICE, refused('wrong format', 'password, or of the old kind')),
  kind('a binary workbook', also({ name: 'xl/workbook.bin', data: 'x' }), refused('wrong format', '.xlsb')),
  kind(
    'a zip of a CSV file',
    () => zip([{ name: 'visits.csv', data: csv(row(1)) }]),
    refused('wrong format', 'zip file'),
  ),
  kind('an empty zip', () => zip([]), refused('wrong format', 'zip file')),
  kind(
    'a Word document',
    () =>
      zip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: 'word/document.xml', data: CANARY },
      ]),
    refused('wrong format', 'Word'),
  ),
  kind(
    'an OpenDocument sheet',
    () =>
      zip([
        { name: 'mimetype', data: 'x', method: 0 },
        { name: 'content.xml', data: CANARY },
      ]),
    refused('wrong format', 'OpenDocument'),
  ),
];

const active = [
  kind('a small part that packs well', also({ name: 'xl/media/a.bmp', data: Buffer.alloc(500_000) }), accepted(1)),
  kind('macros', also({ name: 'xl/vbaProject.bin', data: OLD_OFFICE }), refused('workbook with macros', 'Save it as')),
  kind(
    'macros of the old kind',
    also({ name: 'xl/macrosheets/sheet1.xml', data: '<x/>' }),
    refused('workbook with macros', 'Save it as'),
  ),
  kind(
    'links to other workbooks',
    also({ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink/>' }),
    accepted(1),
  ),
  kind(
    'a connection and a pivot table',
    () =>
      zip([
        ...partsOf(sheet),
        { name: 'xl/connections.xml', data: '<connections/>' },
        { name: 'xl/pivotCache/pivotCacheDefinition1.xml', data: '<x/>' },
      ]),
    accepted(1),
  ),
  kind(
    'an embedded zip',
    also({ name: 'xl/embeddings/a.bin', data: zip([{ name: 'a', data: 'a' }]) }),
    unsafe('another file'),
  ),
  kind(
    'an embedded old document',
    also({ name: 'xl/embeddings/oleObject1.bin', data: OLD_OFFICE }),
    unsafe('another file'),
  ),
];

const torn = [
  kind('cut in half', () => sound().subarray(0, sound().length / 2), unreadable('end is missing')),
  kind(
    'cut in its list of parts',
    () => Buffer.concat([sound().subarray(0, -120), sound().subarray(-22)]),
    unreadable('damaged'),
  ),
  kind('its first bytes alone', () => sound().subarray(0, 4), unreadable('end is missing')),
  kind(
    'bytes changed in the sheet',
    inSheetPart({ packed: () => Buffer.from(deflateRawSync(sheet).map((byte, i) => (i > 200 ? byte ^ 0x55 : byte))) }),
    unreadable('damaged'),
  ),
  kind('a wrong checksum', inSheetPart({ says: { crc: 1 } }), unreadable('damaged')),
  kind('a part that is not where it is said to be', inSheetPart({ beside: 1 }), unreadable('not where')),
  kind('a part beyond the end', inSheetPart({ says: { offset: 0xffff_fff0 } }), unreadable('not where')),
  kind('a part larger than the file', inSheetPart({ says: { packedSize: 90 * MB } }), unreadable('')),
  kind('a packing that is not known', inSheetPart({ method: 99 }), unreadable('damaged')),
  kind('encrypted parts', inSheetPart({ flags: 1 }), unreadable('encrypted')),
  kind('fewer parts than are there', () => zip(partsOf(sheet), { count: 3 }), refused('missing sheet', 'no sheet')),
  kind('more parts than are there', () => zip(partsOf(sheet), { count: 60 }), unreadable('list of parts')),
];

const WIDE = Buffer.from([1, 0, 16, 0, ...Buffer.from('00000000010000000000000001000000', 'hex')]);
const names = [
  kind(
    'two parts of one name',
    also({ name: 'xl/worksheets/sheet1.xml', data: sheet }),
    unsafe('two parts of one name'),
  ),
  kind(
    'two parts whose names differ in case',
    also({ name: 'XL/Worksheets/Sheet1.xml', data: sheet }),
    unsafe('two parts of one name'),
  ),
  kind('a part that steps up', also({ name: '../../x.xml', data: 'x' }), unreadable('list of parts')),
  kind('a part from the root', also({ name: '/etc/passwd', data: 'x' }), unreadable('list of parts')),
  kind('a part on a drive', also({ name: 'C:\\x.xml', data: 'x' }), unreadable('list of parts')),
];

/** Gigabytes of zeros in megabytes: the same packed block again and again. */
function zeros(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(16 * MB), { finishFlush: constants.Z_FULL_FLUSH });
  const end = Buffer.from([3, 0]);
  return Buffer.concat([...Array<Buffer>(megabytes / 16).fill(block), end]);
}

const picture = (size: number, more: Partial<Entry> = {}): Entry => ({
  name: 'xl/media/a.png',
  data: '',
  says: { size },
  ...more,
});
const pictures = (size: number) =>
  [1, 2, 3, 4, 5].map((i) => ({ name: `xl/media/${i}.png`, data: 'x', says: { size } }));
const many = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `xl/${i}.xml`, data: '', method: 0 }));
const bombs = [
  kind('a part that says it is too large', also(picture(51 * MB)), tooLarge('50 MB')),
  kind('a part that is too large and says so', also(picture(64 * MB, { packed: () => zeros(64) })), tooLarge('50 MB')),
  kind(
    'parts that say they are too large together',
    () => zip([...partsOf(sheet), ...pictures(45 * MB)]),
    tooLarge('200 MB'),
  ),
  kind(
    '4 GB of zeros that say they are 900 bytes',
    also(picture(900, { packed: () => zeros(4096) })),
    unsafe('larger than it says'),
  ),
  kind(
    '48 MB of zeros that say so',
    also(picture(48 * MB, { packed: () => zeros(48) })),
    unsafe('as large as it is packed'),
  ),
  kind(
    'a sheet of one cell, packed a thousandfold',
    () => bookOf(sheetXml([heading, cells(1)], { before: `<!--${' '.repeat(20 * MB)}-->` })),
    unsafe('as large as it is packed'),
  ),
  kind(
    'a size that is larger than the truth',
    inSheetPart({ says: { size: sheet.length + 1 } }),
    unreadable('damaged'),
  ),
  kind(
    'a size that is smaller than the truth',
    inSheetPart({ says: { size: sheet.length - 1 } }),
    unsafe('larger than it says'),
  ),
  kind(
    'a size of 64 bits that lies',
    also({ ...picture(0xffff_ffff), says: { size: 0xffff_ffff, extra: WIDE } }),
    tooLarge('50 MB'),
  ),
  kind('20,000 parts', () => zip(many(20_000)), tooLarge('200 parts')),
  kind('20,000 parts that say they are 7', () => zip(many(20_000), { count: 7 }), refused('wrong format', 'zip file')),
  kind(
    'parts that lie over one another',
    () => zip([...partsOf(sheet), { ...picture(1), says: { offset: 0 } }]),
    unsafe('over one another'),
  ),
];

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "${CANARY}">${[...'bcdefgh'].map((letter, i) => `<!ENTITY ${letter} "${`&${'abcdefg'[i]};`.repeat(10)}">`).join('')}]>`;
const doctype = (xml: string, declaration: string) => xml.replace('?>\n', `?>\n${declaration}`);
const declared = unsafe('declares a document type');
/** Unpacked 16 kB at a time, the declaration begins in one piece and ends in the next. */
const acrossPieces = doctype(sheet, `<!--${'x'.repeat(16_384 - sheet.indexOf('?>\n') - 15)}--><!DOCTYPE x>`);
const xml = [
  kind('a document type in the sheet', () => bookOf(doctype(sheet, '<!DOCTYPE worksheet>')), declared),
  kind(
    'a document type in a part that is not read',
    also({ name: 'docProps/app.xml', data: '<!DOCTYPE x><x/>' }),
    declared,
  ),
  kind(
    'entities that grow',
    () => book([cells(1)], { 'xl/sharedStrings.xml': doctype(sharedStrings('x'), LAUGHS).replace('<t>x', '<t>&h;') }),
    declared,
  ),
  kind(
    'an entity that is another file',
    () => bookOf(doctype(sheet, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')),
    declared,
  ),
  kind(
    'a document type in UTF-16',
    () => bookOf(iconv.encode(doctype(sheet, '<!DOCTYPE x>').replace('UTF-8', 'UTF-16'), 'utf-16le', { addBOM: true })),
    declared,
  ),
  kind(
    'a document type in UTF-16, big end first, without a mark',
    () => bookOf(iconv.encode(doctype(sheet, '<!DOCTYPE x>').replace('UTF-8', 'UTF-16'), 'utf-16be')),
    declared,
  ),
  kind('a document type across two pieces of the part', () => bookOf(acrossPieces), declared),
  kind(
    'an entity that nobody declared',
    () => bookOf(sheetXml([heading, cells(1)], { last: '&a;' })),
    unreadable('not well-formed'),
  ),
  kind(
    'a sheet in UTF-16',
    () => bookOf(iconv.encode(sheet.replace('UTF-8', 'UTF-16'), 'utf-16le', { addBOM: true })),
    accepted(1),
  ),
  kind(
    'a sheet in an encoding that hides',
    () => bookOf(sheet.replace('UTF-8', 'UTF-7')),
    unreadable('unknown encoding'),
  ),
  kind(
    'a sheet whose bytes are no text',
    () =>
      bookOf(Buffer.concat([Buffer.from(sheet.slice(0, -12)), Buffer.from([0xff, 0xfe]), Buffer.from('</worksheet>')])),
    unreadable('not well-formed'),
  ),
];

export const zipKinds = [...others, ...active, ...torn, ...names, ...bombs, ...xml];
