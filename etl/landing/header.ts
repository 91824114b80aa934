import type { Contract } from '../contract.ts';
import { Refusal } from './refusal.ts';

const fold = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();

const MOST_PLACES = 5;

function unknownInWords(places: readonly number[]): string {
  if (places.length === 1) return `1 column that the contract does not know (number ${places[0]} from the left)`;
  const more = places.length > MOST_PLACES ? ' and more' : '';
  return `${places.length} columns that the contract does not know (from the left: ${places.slice(0, MOST_PLACES).join(', ')}${more})`;
}

/**
 * Matches a file's header with the contract's, whatever the order and the case.
 * What the file has instead is counted and its place told, not named: without a header row these would be a child's details.
 * @returns for each column of the file, the contract's name of it
 * @throws Refusal naming the columns that are missing
 */
export function matchHeader(contract: Contract, header: readonly string[]): string[] {
  const known = new Map(contract.columns.map((c) => [fold(c.header), c.name]));
  const found = header.map((name) => known.get(fold(name)));
  const missing = contract.columns.filter((c) => !found.includes(c.name)).map((c) => `"${c.header}"`);
  const unknown = found.flatMap((name, i) => (name === undefined ? [i + 1] : []));
  const twice = contract.columns
    .filter((c) => found.filter((name) => name === c.name).length > 1)
    .map((c) => `"${c.header}"`);

  if (missing.length === 0 && unknown.length === 0 && twice.length === 0) return found as string[];
  const faults = [
    missing.length > 0 && `missing: ${missing.join(', ')}`,
    unknown.length > 0 && unknownInWords(unknown),
    twice.length > 0 && `there twice: ${twice.join(', ')}`,
  ].filter(Boolean);
  const question =
    contract.format === 'csv'
      ? `Is the delimiter "${contract.delimiter}", and is row ${contract.headerRow} the header?`
      : `Is row ${contract.headerRow} of the sheet the header, without merged cells?`;
  const hint = missing.length > contract.columns.length / 2 ? ` ${question}` : '';
  throw new Refusal(
    'wrong columns',
    `Row ${contract.headerRow} is not the header of "${contract.id}"; ${faults.join('; ')}.${hint}`,
  );
}
