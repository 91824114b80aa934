import { askAhead } from './api/client.ts';
import { pinnedBy } from './api/pinned.ts';
import { charts, PAGES } from './pages.ts';

/** The pages that are asked of every snapshot's KPIs, by the first part of their address. A priority is any other. */
const PLAIN = new Map(Object.entries(PAGES).filter(([name]) => !['measure', 'priority', 'receipt'].includes(name)));

/** Asks for what the page at an address shows, and for its code, before the app that draws it is there. */
export function askForFirst({ pathname, search }: Pick<Location, 'pathname' | 'search'>): void {
  const pinned = pinnedBy(search);
  const ask = (path: string) => askAhead(pinned ? `${path}?as_at=${pinned}` : path);
  ask('/snapshot');
  const [first = '', second] = pathname.slice(1).split('/');
  const plain = second ? undefined : PLAIN.get(first);
  if (plain) return void plain();
  if (first === 'receipts') return void PAGES.receipt();
  ask('/kpis');
  if (first !== '') return void Promise.all([second ? PAGES.measure() : PAGES.priority(), charts()]);
  ask('/extracts');
  askAhead('/decisions');
}
