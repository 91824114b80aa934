// The one place where it is said that a figure is about so few children that it may tell who is meant.
import type { KpiHeader } from '../build/definition.ts';
import { readMarking } from '../disclosure/marking.ts';
import type { Measured } from './measured.ts';

/** The counts that are small, both ends included. */
export const SMALL = readMarking().mark;

/** On what holds a small number, and on nothing else: what lacks it is not sensitive. Nothing is withheld. */
export interface Marked {
  sensitive?: true;
}

const isSmall = (n: number | null) => n !== null && n >= SMALL.from && n <= SMALL.to;

/** The mark of something that tells some counts: it has it if any of them is small. */
export const markOf = (...counts: (number | null)[]): Marked => (counts.some(isSmall) ? { sensitive: true } : {});

/** A count as it is told to somebody whom a small one, or two that differ by one, would tell too much. */
export const roughly = (n: number): number | 'a few' => (isSmall(n) ? 'a few' : Math.round(n / 5) * 5);

/** The mark of a KPI's figure: of a share, those who are left over are a count too; the numerator of a mean is none. */
export function markOfFigure({ measure }: Pick<KpiHeader, 'measure'>, { numerator, denominator }: Measured): Marked {
  if (measure === 'mean') return markOf(denominator);
  return markOf(numerator, denominator, denominator === null ? null : denominator - numerator);
}
