import { type Random, int, weighted } from './random.ts';

/** The city's postcode sectors by how many live there; the last ones lie outside it. */
const sector = weighted([
  ['ST6 5', 7], ['ST6 6', 6], ['ST6 1', 5], ['ST6 2', 5], ['ST6 3', 6], ['ST6 4', 5], ['ST1 2', 4], ['ST1 3', 5], ['ST1 4', 4],
  ['ST1 5', 4], ['ST1 6', 5], ['ST4 1', 5], ['ST4 5', 5], ['ST4 7', 4], ['ST4 2', 5], ['ST4 3', 4], ['ST4 4', 4], ['ST3 1', 6],
  ['ST3 2', 4], ['ST3 3', 4], ['ST3 4', 4], ['ST3 5', 5], ['ST5 0', 0.6], ['ST5 6', 0.5], ['ST7 1', 0.4], ['ST10 1', 0.3],
] as const); // prettier-ignore

const LETTERS = 'ABDEFGHJ';
const SECOND = 'ADEHLNPQRSTUW';

/** A home's postcode, by which the town is found. */
export const postcode = (r: Random): string =>
  `${sector(r)}${LETTERS[int(r, LETTERS.length)]}${SECOND[int(r, SECOND.length)]}`;
