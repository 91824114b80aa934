import { writeFile } from 'node:fs/promises';
import * as XLSX from '@e965/xlsx';
import type { Contract } from '../contract.ts';
import { matchHeader } from './header.ts';
import { Refusal } from './refusal.ts';
import type { Table } from './table.ts';

const two = (n: number) => String(n).padStart(2, '0');
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** A workbook's sheet as CSV text: date cells as ISO dates, everything else as it stands in the cell. */
export async function readXlsx(contract: Contract, bytes: Uint8Array, scratch: string): Promise<Table> {
  const sheet = openSheet(contract, bytes);
  const range = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1');
  const row = (r: number) =>
    Array.from({ length: range.e.c + 1 }, (_, c) => cellText(sheet[XLSX.utils.encode_cell({ r, c })]));

  const header = row(contract.headerRow - 1);
  while (header.at(-1) === '') header.pop();
  const columns = matchHeader(contract, header);
  const lines = [header.map(quote).join(',')];
  for (let r = contract.headerRow; r <= range.e.r; r++) {
    const cells = row(r).slice(0, columns.length);
    lines.push(cells.map(quote).join(','));
  }
  while (lines.length > 1 && /^(""|,)*$/.test(lines.at(-1)!)) lines.pop();
  await writeFile(scratch, lines.join('\n') + '\n');
  return {
    path: scratch,
    delimiter: ',',
    columns,
    headerRow: contract.headerRow,
    position: positionOf(contract, sheet),
    readAs: null,
  };
}

function openSheet(contract: Contract, bytes: Uint8Array): XLSX.WorkSheet {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new Refusal(
      'wrong format',
      'This is not an Excel workbook (.xlsx). Save it as "Excel Workbook" and send it again.',
    );
  let book: XLSX.WorkBook;
  try {
    book = XLSX.read(bytes, { type: 'array', cellNF: true, cellHTML: false, cellFormula: false });
  } catch {
    throw new Refusal(
      'unreadable workbook',
      'The workbook could not be opened. Open and save it in Excel, without a password, and send it again.',
    );
  }
  const name = contract.sheet ?? book.SheetNames[0]!;
  const sheet = book.Sheets[name];
  if (!sheet) throw new Refusal('missing sheet', `The workbook has no sheet named "${name}".`);
  return sheet;
}

function cellText(cell: XLSX.CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.v === null || cell.t === 'e') return '';
  if (cell.t === 'n' && typeof cell.z === 'string' && XLSX.SSF.is_date(cell.z)) {
    const date = XLSX.SSF.parse_date_code(cell.v as number);
    // A number that no date has stands as it is, for the check to reject.
    if (date)
      return `${date.y}-${two(date.m)}-${two(date.d)}` + (date.H || date.M ? `T${two(date.H)}:${two(date.M)}` : '');
  }
  return String(cell.v);
}

const quote = (value: string) => (value === '' ? '' : `"${value.replaceAll('"', '""')}"`);

function positionOf(contract: Contract, sheet: XLSX.WorkSheet): string | null {
  if (!contract.position) return null;
  const { cell, pattern } = contract.position;
  const parts = new RegExp(pattern, 'i').exec(cellText(sheet[cell]))?.groups;
  const month = MONTHS.indexOf(parts?.month?.toLowerCase() ?? '') + 1;
  if (!parts || month === 0)
    throw new Refusal(
      'no position date',
      `Cell ${cell} of the sheet does not say the position date, such as "Position at 31 March 2025".`,
    );
  return `${parts.year}-${two(month)}-${two(Number(parts.day))}`;
}
