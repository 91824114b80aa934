// The words in which the tables of kinds are written.
import type { Outcome } from '../../etl/landing/receipt.ts';

/** A rule, the column it is told of (null for the row as a whole), and the rows of it. */
export type Fault = [rule: string, column: string | null, ...rows: number[]];

export interface Expected {
  outcome: Outcome | 'error' | 'left alone';
  /** How many rows are accepted. */
  accepted?: number;
  faults?: Fault[];
  /** Words that the sender must be told, of the first reason or of the error. */
  says?: string;
  /** What the lake must hold of the first accepted row. */
  holds?: Record<string, unknown>;
}

export interface Kind {
  name: string;
  extract: string;
  /** The file's bytes; or a function that lays whatever is to be landed, and says its path. */
  make: () => Uint8Array | string;
  lay?: (path: string) => string;
  /** The file's name, where it is part of the kind. */
  file?: string;
  /** Why it cannot be made on this machine. */
  notHere?: string;
  expected: Expected;
}

export const accepted = (rows: number, ...faults: Fault[]): Expected => ({
  outcome: 'accepted',
  accepted: rows,
  faults,
});
export const someRejected = (rows: number, ...faults: Fault[]): Expected => ({
  outcome: 'accepted with rejects',
  accepted: rows,
  faults,
});
export const refused = (rule: string, says: string): Expected => ({
  outcome: 'refused',
  accepted: 0,
  faults: [[rule, null]],
  says,
});
export const allRejected = (...faults: Fault[]): Expected => ({ outcome: 'refused', accepted: 0, faults });
export const failed = (says: string): Expected => ({ outcome: 'error', says });
export const leftAlone: Expected = { outcome: 'left alone' };

/** Kinds of one extract, each a line: name, content, what is expected. */
export const kindsOf =
  (extract: string) =>
  (name: string, make: Kind['make'], expected: Expected, more: Pick<Kind, 'file' | 'lay' | 'notHere'> = {}): Kind => ({
    name,
    extract,
    make,
    expected,
    ...more,
  });
