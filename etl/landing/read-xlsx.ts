import type { Contract } from '../contract.ts';
import { matchHeader } from './header.ts';
import { Refusal } from './refusal.ts';
import type { Table } from './table.ts';
import { workbookReader } from './workbook/in-worker.ts';
import type { Received } from './submission.ts';
import { otherFormat } from './workbook/refusals.ts';

const two = (n: number) => String(n).padStart(2, '0');
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const read = workbookReader();

/** A workbook's sheet as CSV text: date cells as ISO dates, everything else as it stands in the cell. */
export async function readXlsx(contract: Contract, content: Received, scratch: string): Promise<Table> {
  refuseOtherFormats(content.survey.start);
  const { headerRow, sheet, position } = contract;
  const { header, cellText } = await read({
    workbook: content.path,
    csv: scratch,
    sheet,
    headerRow,
    cell: position?.cell ?? null,
  });
  const columns = matchHeader(contract, header);
  return {
    path: scratch,
    size: content.survey.size,
    delimiter: ',',
    encoding: 'utf-8',
    columns,
    headerRow,
    position: positionOf(contract, cellText),
    readAs: null,
  };
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const starts = (...mark: number[]) => mark.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b)) return;
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    throw otherFormat('This is a workbook with a password, or of the old kind (.xls).');
  throw otherFormat('This is not an Excel workbook, whatever its name says.');
}

function positionOf(contract: Contract, cellText: string): string | null {
  if (!contract.position) return null;
  const { cell, pattern } = contract.position;
  const parts = new RegExp(pattern, 'i').exec(cellText)?.groups;
  const month = MONTHS.indexOf(parts?.month?.toLowerCase() ?? '') + 1;
  if (!parts || month === 0)
    throw new Refusal(
      'no position date',
      `Cell ${cell} of the sheet does not say the position date, such as "Position at 31 March 2025".`,
    );
  return `${parts.year}-${two(month)}-${two(Number(parts.day))}`;
}
