import type { Random } from './random.ts';

/** Which cells of a row to spoil in a spoilt copy. */
export interface Spoil {
  key: number;
  /** A date in dd/MM/yyyy or yyyy-MM-dd, with or without a time. */
  date?: number;
  /** A column with a code list. */
  code?: number;
}

/** What follows a true row, as sums of shares: the same row again, a copy without its key, with 31 February, with an unknown code, a total line. */
const AGAIN = 0.004;
const KEYLESS = AGAIN + 0.00025;
const IMPOSSIBLE = KEYLESS + 0.0002;
const UNKNOWN = IMPOSSIBLE + 0.00013;
const TOTAL = UNKNOWN + 0.00012;

/** An agency's CSV file as it grows: true rows in order, and among them the copies and stray lines that real exports hold. */
export class AgencyFile {
  text: string;
  readonly #eol: string;

  constructor(header: string, eol = '\n') {
    this.#eol = eol;
    this.text = header + eol;
  }

  /** Adds a true row and, rarely, the same row again, a copy that must be rejected, or a stray total line. */
  add(r: Random, cells: string[], spoil: Spoil): void {
    const line = cells.join(',') + this.#eol;
    this.text += line;
    const fault = r();
    if (fault < AGAIN) this.text += line;
    else if (fault < TOTAL) this.#addSpoilt(cells, spoil, fault);
  }

  #addSpoilt(cells: string[], { key, date, code }: Spoil, fault: number): void {
    const copy = cells.slice();
    copy[key] += 'X';
    if (fault < KEYLESS) copy[key] = '';
    else if (fault < IMPOSSIBLE && date !== undefined) copy[date] = impossible(copy[date]!);
    else if (fault < UNKNOWN && code !== undefined) copy[code] = 'Z9';
    else copy.fill('').splice(0, 1, 'Total');
    this.text += copy.join(',') + this.#eol;
  }
}

/** 31 February of the same year. */
const impossible = (date: string) =>
  date[2] === '/' ? `31/02${date.slice(5)}` : `${date.slice(0, 4)}-02-31${date.slice(10)}`;
