// Workbooks part by part, so that every part can be hostile.
import { header, row } from './rows.ts';
import { type End, type Entry, zip } from './zip.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`;
const relations = (...all: string[]) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** A cell of text. */
export const t = (text: string) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`);
/** A number; with style 1 or 2 it is shown as a date, or a date with a time. */
export const n = (value: number | string, style = 0) => `<c s="${style}"><v>${value}</v></c>`;
/** A cell whose formula failed. */
export const error = (value: string) => `<c t="e"><f>VLOOKUP(A1,B:B,2,0)</f><v>${value}</v></c>`;

export type Row = string[];
export const rowXml = (number: number, cells: Row) => `<row r="${number}">${cells.join('')}</row>`;

/** The day 10 May 2024, 09:30. */
const ARRIVED = 45422 + 9.5 / 24;
const BORN = 42036;
const AT = {
  visit: 0,
  patient: 1,
  nhs: 2,
  surname: 3,
  forename: 4,
  born: 5,
  postcode: 6,
  arrived: 7,
  left: 8,
  reason: 9,
  mood: 10,
  note: 11,
};

/** A row of cells with a number for its key; what is not given is sound. Cells are given as XML. */
export function cells(number: number, changes: Partial<Record<keyof typeof AT, string>> = {}): Row {
  const sound = row(number).split(',').map(t);
  sound[AT.born] = n(BORN, 1);
  sound[AT.arrived] = n(ARRIVED, 2);
  for (const [name, xml] of Object.entries(changes)) sound[AT[name as keyof typeof AT]] = xml;
  return sound;
}

export const heading: Row = header.split(',').map(t);

/** A sheet: a title, and from row 2 on these rows; what stands around the rows can be given. */
export const sheetXml = (
  rows: Row[],
  around: { before?: string; after?: string; title?: string; last?: string } = {},
) =>
  `${XML}<worksheet ${MAIN}>${around.before ?? ''}<sheetData>${[[t(around.title ?? 'Visits to the clinic')], ...rows]
    .map((cells, i) => rowXml(i + 1, cells))
    .join('')}${around.last ?? ''}</sheetData>${around.after ?? ''}</worksheet>`;

const STYLES = `${XML}<styleSheet ${MAIN}><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>`;
const bookXml = (sheets: string, more = '') =>
  `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}">${more}<sheets>${sheets}</sheets></workbook>`;
const sheetOf = (id: number, state = '') => `<sheet name="Sheet${id}" sheetId="${id}"${state} r:id="rId${id}"/>`;

/** The parts of a sound workbook with two sheets' places, by name. */
export function partsOf(sheet: string, changes: Record<string, string | Uint8Array | null> = {}): Entry[] {
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': bookXml(sheetOf(1)),
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId2', 'worksheet', 'worksheets/sheet2.xml'),
      relation('rId8', 'sharedStrings', 'sharedStrings.xml'),
      relation('rId9', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': sharedStrings('shared'),
    'xl/worksheets/sheet1.xml': sheet,
    ...changes,
  };
  return Object.entries(parts).flatMap(([name, data]) => (data === null ? [] : [{ name, data }]));
}

export const sharedStrings = (...texts: string[]) =>
  `${XML}<sst ${MAIN}>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`;

/** A workbook whose sheet has these rows under the header. */
export const book = (rows: Row[], changes: Record<string, string | Uint8Array | null> = {}, end: End = {}) =>
  zip(partsOf(sheetXml([heading, ...rows]), changes), end);

/** A workbook of this sheet. */
export const bookOf = (sheet: string | Uint8Array, changes: Record<string, string | Uint8Array | null> = {}) =>
  zip(partsOf('', { 'xl/worksheets/sheet1.xml': sheet, ...changes }));

/** A sound workbook with one more entry in its zip file. */
export const withEntry = (entry: Entry) => zip([...partsOf(sheetXml([heading, cells(1)])), entry]);

/** A sound workbook that says another thing of itself in one part. */
export const workbookXml = { bookXml, sheetOf };
