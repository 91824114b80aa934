// What is said of lists of an agency's own references.
import type { List, ListAsked } from '../api/shapes.ts';
import { counted } from './numbers.ts';

export const PURPOSE: readonly { id: ListAsked['purpose']; title: string }[] = [
  { id: 'direct safeguarding of a child', title: 'Direct safeguarding of a child' },
  { id: 'audit of practice', title: 'Audit of practice' },
  { id: 'quality of our own records', title: 'Quality of our own records' },
  { id: 'answer to an inspection', title: 'Answer to an inspection' },
];

export const PART_OF: readonly { id: NonNullable<ListAsked['of']>; title: string }[] = [
  { id: 'counted', title: 'Those counted in the share' },
  { id: 'rest', title: 'Those not counted in it' },
  { id: 'all', title: 'All' },
];

/** "7 references of ours. We have no reference for about 10 children in the figure." */
export function listInWords({ references, others }: Pick<List, 'references' | 'others'>): string {
  const ours =
    references.length === 0 ? 'No reference of ours.' : `${counted(references.length, 'reference')} of ours.`;
  if (others === 0) return `${ours} There is no other child in the figure.`;
  const rest = others === 'a few' ? 'a few children (1 to 5)' : `about ${counted(others, 'child', 'children')}`;
  return `${ours} We have no reference for ${rest} in the figure.`;
}
