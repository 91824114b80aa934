import { LONGEST_ROW, rowTooLong } from '../longest-row.ts';
import { Refusal } from '../refusal.ts';
import { LIMITS } from './limits.ts';

const quote = (value: string) => (value === '' ? '' : `"${value.replaceAll('"', '""')}"`);
const PIECE = 1024 * 1024;

/**
 * Turns a sheet's rows into CSV, from its header row on. Blank rows keep their place, so that rows keep their numbers; those at the end
 * are left out. A row with a cell outside the table has one cell more than the header, for the check to reject.
 */
export function csvRows(headerRow: number, write: (text: string) => void) {
  let header: string[] = [];
  let last = headerRow;
  let text = '';

  const line = (cells: string[]) => {
    const width = header.length;
    const own = Array.from({ length: width }, (_, i) => quote(cells[i] ?? ''));
    if (cells.some((cell, i) => i >= width && cell !== '')) own.push(quote('outside the table'));
    const csv = own.join(',');
    if (csv.length > LONGEST_ROW) throw rowTooLong(last);
    text += `${csv}\n`;
    if (text.length < PIECE) return;
    write(text);
    text = '';
  };

  return {
    add(row: number, cells: string[]): void {
      if (row < headerRow || cells.every((cell) => cell === '')) return;
      if (row === headerRow) {
        header = Array.from(cells, (cell) => cell ?? '');
        while (header.at(-1) === '') header.pop();
        line(header);
        return;
      }
      if (row - last > LIMITS.blankRows)
        throw new Refusal(
          'rows far below the table',
          `Row ${row} has something in it, and the ${row - last - 1} rows above it are blank. Delete the rows below the last record, and send the file again.`,
        );
      while (++last < row) line([]);
      line(cells);
    },
    /** @returns the header's texts, none when its row is blank */
    end(): string[] {
      write(text);
      return header;
    },
  };
}
