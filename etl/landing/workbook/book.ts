import { posix } from 'node:path';
import { SSF } from '@e965/xlsx';
import type { Part } from './parts.ts';
import { unreadable } from './refusals.ts';
import { Refusal } from '../refusal.ts';
import { stringsOf } from './strings.ts';
import { readXml } from './xml.ts';

/** What a workbook says of its sheets, and what all of them share. */
export interface Book {
  sheet: Part;
  strings: string[];
  /** For each cell style, whether it shows a number as a date. */
  isDate: boolean[];
  date1904: boolean;
}

interface Sheet {
  name: string;
  target: string;
  hidden: boolean;
}

/** Finds a workbook's sheet: the one of that name, else the first that can be seen. @throws Refusal when there is none */
export async function readBook(parts: Part[], wanted: string | null): Promise<Book> {
  const named = new Map(parts.map((part) => [part.name.toLowerCase(), part]));
  const partAt = (target: string): Part => {
    const part = /\.xml$/i.test(target) ? named.get(target.toLowerCase()) : undefined;
    if (!part) throw unreadable('A part of the workbook is missing.');
    return part;
  };
  const relations = async (of: string): Promise<Relation[]> => {
    const part = named.get(posix.join(posix.dirname(of), '_rels', `${posix.basename(of)}.rels`).toLowerCase());
    return part ? readRelations(part, posix.dirname(of)) : [];
  };

  const main = (await relations('')).find((r) => r.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const related = await relations(main);
  const optional = (type: string) => related.find((r) => r.type === type)?.target;
  const { sheets, date1904 } = await readSheets(partAt(main), related);
  const chosen = wanted === null ? (sheets.find((s) => !s.hidden) ?? sheets[0]) : sheets.find((s) => s.name === wanted);
  if (!chosen)
    throw new Refusal(
      'missing sheet',
      wanted === null
        ? 'The workbook has no sheet with cells.'
        : `The workbook has no sheet named "${wanted}". Name the sheet so, and send it again.`,
    );
  const [strings, styles] = [optional('sharedStrings'), optional('styles')];
  return {
    sheet: partAt(chosen.target),
    strings: strings ? await stringsOf(partAt(strings)) : [],
    isDate: styles ? await dateStyles(partAt(styles)) : [],
    date1904,
  };
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

async function readRelations(part: Part, folder: string): Promise<Relation[]> {
  const found: Relation[] = [];
  await readXml(part, {
    open(name, { Id: id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.push({ id, type: posix.basename(Type), target });
    },
  });
  return found;
}

async function readSheets(part: Part, related: Relation[]): Promise<{ sheets: Sheet[]; date1904: boolean }> {
  const sheets: Sheet[] = [];
  let date1904 = false;
  await readXml(part, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true|on)$/i.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const relation = related.find((r) => r.id === id);
      if (relation?.type === 'worksheet')
        sheets.push({
          name: attributes.name ?? '',
          target: relation.target,
          hidden: (attributes.state ?? 'visible') !== 'visible',
        });
    },
  });
  return { sheets, date1904 };
}

async function dateStyles(part: Part): Promise<boolean[]> {
  const formats = new Map<string, string>();
  const isDate: boolean[] = [];
  let within = false;
  await readXml(part, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') formats.set(numFmtId, formatCode);
      if (name === 'cellXfs') within = true;
      if (name === 'xf' && within) isDate.push(showsDate(Number(numFmtId), formats.get(numFmtId)));
    },
    close(name) {
      if (name === 'cellXfs') within = false;
    },
  });
  return isDate;
}

/** The built-in formats of dates: 14 to 22 and 45 to 47 everywhere, 27 to 36 and 50 to 58 in East Asia (ECMA-376, 18.8.30). */
const showsDate = (id: number, format: string | undefined): boolean =>
  format === undefined
    ? (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    : SSF.is_date(format);
