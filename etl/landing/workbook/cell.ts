import { SSF } from '@e965/xlsx';
import type { Book } from './book.ts';
import { unreadable } from './refusals.ts';
import { unescaped } from './strings.ts';

/** A cell as the sheet's XML has it: its type, its style, and what stands in it; null where nothing does. */
export interface Cell {
  type: string;
  style: number;
  formula: boolean;
  value: string | null;
  inline: string;
}

/** What Excel shows for a formula that cannot be worked out; here also for one that never was. */
const NO_RESULT = '#CALC!';

/**
 * A cell's text: dates as ISO, numbers as they are, errors as Excel spells them, for the check to reject.
 * @throws Refusal when the cell is of a kind that workbooks do not have, or its text is not there
 */
export function cellText(cell: Cell, book: Book): string {
  return tidy(cell.value === null && cell.formula ? NO_RESULT : valueText(cell, book));
}

/** No tabs or unbreakable spaces, which spreadsheets leave around text; one kind of line end. */
function tidy(text: string): string {
  const plain = text.replace(/[\u00a0\t]/g, ' ').replace(/\r\n?/g, '\n');
  return plain.trim() === '' ? '' : plain;
}

function valueText({ type, style, value, inline }: Cell, book: Book): string {
  if (type === 'inlineStr') return unescaped(inline);
  if (value === null) return '';
  switch (type) {
    case 's':
      return sharedText(value, book.strings);
    case 'str':
      return unescaped(value);
    case 'b':
      return value === '1' || value === 'true' ? 'true' : 'false';
    case 'e':
      return value;
    case 'd':
      return value.replace(/(T00:00(:00(\.0+)?)?|(?<=T\d\d:\d\d):\d\d(\.\d+)?)Z?$/, '');
    case 'n':
      return numberText(value, book.isDate[style] ?? false, book.date1904);
    default:
      throw unreadable('A cell is of an unknown kind.');
  }
}

function sharedText(index: string, strings: string[]): string {
  const text = strings[Number(index)];
  if (text === undefined) throw unreadable("A cell's text is missing from the workbook.");
  return text;
}

const two = (n: number) => String(n).padStart(2, '0');

function numberText(value: string, isDate: boolean, date1904: boolean): string {
  const number = Number(value);
  // A number that no date has stands as it is, for the check to reject.
  const date = isDate ? SSF.parse_date_code(number, { date1904 }) : null;
  if (date)
    return `${date.y}-${two(date.m)}-${two(date.d)}` + (date.H || date.M ? `T${two(date.H)}:${two(date.M)}` : '');
  return /^-?\d*$/.test(value) || Number.isNaN(number) ? value : String(number);
}
