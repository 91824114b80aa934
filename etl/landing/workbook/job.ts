// What the worker does with one workbook: guard it, then read it.
import { closeSync, openSync, writeSync } from 'node:fs';
import { readBook } from './book.ts';
import { guard } from './guard.ts';
import { openParts } from './parts.ts';
import { csvRows } from './rows.ts';
import { placeOf, readSheet } from './sheet.ts';

export interface Job {
  workbook: string;
  /** The file to write the sheet's rows to, as CSV. */
  csv: string;
  sheet: string | null;
  headerRow: number;
  /** A cell whose text is asked for, such as the one that says the position date. */
  cell: string | null;
}

export interface Done {
  header: string[];
  cellText: string;
}

/** Reads a workbook's sheet into a CSV file. @throws Refusal when the workbook cannot be taken */
export async function readWorkbook({ workbook, csv, sheet, headerRow, cell }: Job): Promise<Done> {
  const { parts, close } = await openParts(workbook);
  const file = openSync(csv, 'w', 0o600);
  try {
    await guard(parts);
    const rows = csvRows(headerRow, (text) => writeSync(file, text));
    const asked = cell === null ? null : placeOf(cell);
    let cellText = '';
    await readSheet(await readBook(parts, sheet), (row, cells) => {
      if (row === asked?.row) cellText = cells[asked.column - 1] ?? '';
      rows.add(row, cells);
    });
    return { header: rows.end(), cellText };
  } finally {
    closeSync(file);
    close();
  }
}
