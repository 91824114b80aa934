// Independent answers to check the statistics against: not in this repository, beside the agencies' sample files.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describeWhere } from '../../agency-files.ts';

const folder = resolve(process.env.STATISTICS_ORACLE ?? '../shared/statistics/oracle');

export type Row = Record<string, string>;

/** The rows of one of the oracle's files. */
export const oracle = (name: string): Row[] => parse(readFileSync(join(folder, `${name}.csv`)), { columns: true });

/** A suite that runs where the oracle is. */
export const describeWithOracle = (name: string, suite: () => void): void =>
  describeWhere(
    existsSync(join(folder, 'README.md')),
    'no answers in the folder that STATISTICS_ORACLE names, by default ../shared/statistics/oracle',
    name,
    suite,
  );

/** Rows by the value of a column, in the order in which they come. */
export function grouped(rows: Row[], column: string): [string, Row[]][] {
  const keys = [...new Set(rows.map((row) => row[column]!))];
  return keys.map((key) => [key, rows.filter((row) => row[column] === key)]);
}

/** What R wrote: NA, NaN and blank are no number, Inf is without end. */
const numberOf = (text: string) => (/^(NA|NaN|)$/.test(text) ? null : text === 'Inf' ? Infinity : Number(text));

/** Within nine figures of each other, or within nine places near nought. */
export const isNear = (got: unknown, want: number): boolean =>
  typeof got === 'number' && (got === want || Math.abs(got - want) <= 1e-9 * Math.max(Math.abs(want), 1e-6));

/** For `toEqual`: stands for a number as near as `isNear` asks, or for null where the answer is no number. */
export function near(text: string) {
  const want = numberOf(text);
  return {
    asymmetricMatch: (got: unknown) => (want === null ? got === null : isNear(got, want)),
    toString: () => `near ${text}`,
    toAsymmetricMatcher: () => `near ${text}`,
    getExpectedType: () => 'number',
  };
}
