import type { Flow } from '../api/shapes.ts';
import { longDate } from './dates.ts';
import { lower } from './letters.ts';
import { whole } from './numbers.ts';
import { shareOf } from './sentences.ts';

/** What stands for an outcome where triage has decided none yet. */
export const UNDECIDED = 'Not yet triaged';

/** How long those wait who are not yet triaged: who waits for more than a month may never be. */
export function waitingInWords({ on, week, month, longer, by }: Flow['waiting']): string {
  const all = week + month + longer;
  if (all === 0) return `All are triaged by ${longDate(on)}.`;
  const labels = by.map(({ label, count }) => `${whole(count)} ${lower(label)}`).join(', ');
  return `${whole(all)} not triaged by ${longDate(on)}: ${whole(week)} of the 7 days before it, ${whole(month)} of up to 30 days, ${whole(longer)} waiting longer. By risk: ${labels}.`;
}

/** How many have an outcome, of those from a label, or of all that are decided. */
export const countOf = ({ flows }: Pick<Flow, 'flows'>, from: string, isCounted: (to: string) => boolean): number =>
  flows.filter((one) => one.from === from && isCounted(one.to)).reduce((sum, { count }) => sum + count, 0);

export const isDecided = (to: string) => to !== UNDECIDED;

/** The most frequent outcome, compared by what notices are told by, of those decided: "NFA: 42% of high, 41% of standard." */
export function outcomesInWords(flow: Pick<Flow, 'flows'>): string {
  const different = (end: 'from' | 'to') => [...new Set(flow.flows.map((one) => one[end]))];
  const froms = different('from');
  const sum = (to: string) => froms.reduce((n, from) => n + countOf(flow, from, (one) => one === to), 0);
  const [most] = different('to')
    .filter(isDecided)
    .toSorted((a, b) => sum(b) - sum(a));
  if (!most) return '';
  const shares = froms.flatMap((from) => {
    const share = shareOf(
      countOf(flow, from, (to) => to === most),
      countOf(flow, from, isDecided),
    );
    return share ? [`${share} at ${lower(from)} risk`] : [];
  });
  return `${most} is the most frequent outcome of those triaged: ${shares.join(', ')}.`;
}
