// Rows of a clinic's file whose every telling cell is a canary: none may be found in anything that is told of the file.
import { HEADER, visit } from '../clinic.ts';

export const CANARY = 'KANARIE';
const HARMLESS = new Set(['Injury', 'Illness', 'Not known']);

/** What no receipt, list of rejects, error or log may hold. Grows with the cells that kinds write. */
export const secrets = new Set([CANARY, '9990000018', 'ST1 1AA', 'Vogelaar']);

/** A row with a number for its key; what is not given is sound. */
export function row(number: number, cells: Parameters<typeof visit>[0] = {}): string {
  for (const cell of Object.values(cells))
    if (cell.length > 5 && cell.length < 99 && !HARMLESS.has(cell)) secrets.add(cell);
  return visit({
    visit: `${CANARY}-${number}`,
    patient: `${CANARY}-P`,
    surname: 'Vogelaar',
    forename: CANARY,
    note: CANARY,
    left: '',
    ...cells,
  });
}

/** Letters that pack as text does, not as one word said again and again. */
export function letters(length: number): string {
  let state = 1;
  const piece = Array.from({ length: 40_000 }, () => (((state = (state * 48271) % 2147483647) % 26) + 10).toString(36));
  return piece.join('').repeat(length / piece.length);
}

export const header = HEADER;
/** Lines as a file. */
export const lines = (...all: string[]): string => `${all.join('\n')}\n`;
/** Rows under the header, as a file. */
export const csv = (...rows: string[]): string => lines(header, ...rows);
