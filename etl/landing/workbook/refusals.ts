import { Refusal } from '../refusal.ts';

const AGAIN = 'Open it in Excel, save it as "Excel Workbook (.xlsx)" without a password, and send it again.';

export const unreadable = (what: string) => new Refusal('unreadable workbook', `${what} ${AGAIN}`);

export const otherFormat = (what: string) =>
  new Refusal('wrong format', `${what} Expected an Excel workbook (.xlsx). ${AGAIN}`);

export const tooLarge = (what: string) =>
  new Refusal(
    'workbook too large',
    `${what} Delete what lies outside the table (formatted empty rows, other sheets, pictures), or send fewer rows in a file.`,
  );

export const unsafe = (what: string) =>
  new Refusal(
    'unsafe workbook',
    `${what} Excel does not write such a file. Copy the table into a new workbook, save it as .xlsx, and send that.`,
  );

export const hasMacros = () =>
  new Refusal(
    'workbook with macros',
    'The workbook holds macros. Save it as "Excel Workbook (.xlsx)", which leaves them out, and send that.',
  );
