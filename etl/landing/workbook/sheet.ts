import type { Book } from './book.ts';
import { type Cell, cellText } from './cell.ts';
import { unsafe } from './refusals.ts';
import { readXml } from './xml.ts';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** Reads the rows of a book's sheet that stand in it, in their order: a row's number, counted from 1, and the texts of its cells. */
export async function readSheet(book: Book, onRow: (row: number, cells: string[]) => void): Promise<void> {
  let inData = false;
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let cell: Cell | null = null;
  let into: 'value' | 'inline' | null = null;
  let aside = false;

  const open: Record<string, (attributes: Record<string, string>) => void> = {
    row({ r }) {
      row = next(row, r === undefined ? row + 1 : Number(r), LAST_ROW);
      cells = [];
      column = 0;
    },
    c({ r, t = 'n', s = '0' }) {
      column = next(column, r === undefined ? column + 1 : columnOf(r, row), LAST_COLUMN);
      cell = { type: t, style: Number(s), formula: false, value: null, inline: '' };
    },
    f: () => cell && (cell.formula = true),
    v() {
      if (cell) cell.value = '';
      into = 'value';
    },
    rPh: () => (aside = true),
    t: () => !aside && (into = 'inline'),
  };
  await readXml(book.sheet, {
    open(name, attributes) {
      if (name === 'sheetData') inData = true;
      if (inData) open[name]?.(attributes);
    },
    text(piece) {
      if (cell && into) cell[into] += piece;
    },
    close(name) {
      if (name === 'sheetData') inData = false;
      if (name === 'v' || name === 't') into = null;
      if (name === 'rPh') aside = false;
      if (name === 'row' && inData) onRow(row, cells);
      if (name !== 'c' || !cell) return;
      cells[column - 1] = cellText(cell, book);
      cell = null;
    },
  });
}

/** Rows and cells come in order, each once: of two in one place a program would show but one. */
function next(before: number, now: number, last: number): number {
  if (now > before && now <= last) return now;
  throw unsafe('Rows or cells of the sheet stand twice, out of order or outside it.');
}

function columnOf(reference: string, row: number): number {
  const at = placeOf(reference);
  return at.row === row ? at.column : Number.NaN;
}

/** The row and the column, counted from 1, of a cell such as "B5"; no numbers for what is no cell. */
export function placeOf(reference: string): { row: number; column: number } {
  const [, letters = '?', digits] = /^([A-Z]{1,3})(\d+)$/.exec(reference) ?? [];
  return { row: Number(digits), column: columnNumber(letters) };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
