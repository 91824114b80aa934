// What is wrong with an extract, and which is worst.
import type { Extract, Quality } from '../api/shapes.ts';
import { longDate } from './dates.ts';
import { counted, whole } from './numbers.ts';
import { shareOf } from './sentences.ts';

type Counts = Quality['extracts'][number];

/** From this share of rows on, what is wrong with rows is a fault of their extract: one in twenty. */
const MANY = 0.05;

const GRAVITY: Record<Extract['state'], number> = { 'never received': 0, late: 1, 'up to date': 2 };

/** Those that never came first, then those that have been late for longest, then by the day that the next file is due. */
export const latestFirst = (extracts: readonly Extract[]): Extract[] =>
  extracts.toSorted((a, b) => GRAVITY[a.state] - GRAVITY[b.state] || (a.due ?? '9999').localeCompare(b.due ?? '9999'));

const faulty = ({ rows, rejected, warned }: Counts) => (rows === 0 ? 0 : (rejected + warned) / rows);

/** Those of which files were refused first, then by the share of rows that were rejected or kept with a warning. */
export const poorestFirst = (counts: readonly Counts[]): Counts[] =>
  counts.toSorted((a, b) => b.refused_files - a.refused_files || faulty(b) - faulty(a));

/** An extract with what is wrong with it, each fault in words. */
export interface Fault {
  extract: Extract;
  faults: string[];
}

/** The extracts that are late, of which files were refused, or of which many rows are faulty: the worst first. */
export function worstFirst(extracts: readonly Extract[], counts: readonly Counts[]): Fault[] {
  const poor = new Map(poorestFirst(counts).map((count, place) => [count.id, { count, place }]));
  const place = ({ id }: Extract) => poor.get(id)?.place ?? poor.size;
  return extracts
    .toSorted((a, b) => GRAVITY[a.state] - GRAVITY[b.state] || place(a) - place(b))
    .map((extract) => ({ extract, faults: [...lateness(extract), ...poorness(poor.get(extract.id)?.count)] }))
    .filter(({ faults }) => faults.length > 0);
}

function lateness({ state, due }: Extract): string[] {
  if (state === 'up to date') return [];
  if (state === 'never received') return ['never received'];
  return [due ? `late: a file was due on ${longDate(due)}` : 'late'];
}

function poorness(count: Counts | undefined): string[] {
  if (!count) return [];
  const refused = count.refused_files > 0 ? [`${counted(count.refused_files, 'file')} refused`] : [];
  if (faulty(count) < MANY) return refused;
  const { rejected, warned, rows } = count;
  return [
    ...refused,
    `${shareOf(rejected + warned, rows)} of rows faulty: ${whole(rejected)} rejected, ${whole(warned)} kept with a warning`,
  ];
}
