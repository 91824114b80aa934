import type { KpiSummary } from '../api/shapes.ts';
import { counted } from './numbers.ts';
import { type Sense, senseOf } from './signal.ts';

/** What the list of KPIs shows; all of it is in its address. */
export interface ListView {
  text: string;
  unusual: boolean;
}

export function readList(search: string): ListView {
  const asked = new URLSearchParams(search);
  return { text: asked.get('q') ?? '', unusual: asked.get('unusual') === 'yes' };
}

export function writeList({ text, unusual }: ListView): string {
  const query = new URLSearchParams();
  if (text) query.set('q', text);
  if (unusual) query.set('unusual', 'yes');
  return query.size > 0 ? `?${query}` : '';
}

const UNUSUAL: readonly Sense[] = ['worse', 'better', 'higher', 'lower'];

/** The KPIs that have every word asked for somewhere in their title, question or definition, and are unusual where that is asked. */
export function listed<T extends Pick<KpiSummary, 'title' | 'question' | 'definition' | 'signal'>>(
  kpis: readonly T[],
  { text, unusual }: ListView,
): T[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return kpis.filter((kpi) => {
    const told = `${kpi.title} ${kpi.question} ${kpi.definition}`.toLowerCase();
    return words.every((word) => told.includes(word)) && (!unusual || UNUSUAL.includes(senseOf(kpi.signal)));
  });
}

const KINDS: readonly [string, readonly Sense[]][] = [
  ['worse than usual', ['worse']],
  ['better than usual', ['better']],
  ['changed, with no good direction', ['higher', 'lower']],
  ['no real change', ['same']],
  ['not judged', ['unknown']],
];

/** How many KPIs are in which state: "18 KPIs: 2 worse than usual, 3 better than usual, ...". */
export function statesInWords(kpis: readonly Pick<KpiSummary, 'signal'>[]): string {
  const states = KINDS.flatMap(([words, senses]) => {
    const n = kpis.filter(({ signal }) => senses.includes(senseOf(signal))).length;
    return n > 0 ? [`${n} ${words}`] : [];
  });
  return `${counted(kpis.length, 'KPI')}${states.length > 0 ? `: ${states.join(', ')}` : ''}.`;
}
