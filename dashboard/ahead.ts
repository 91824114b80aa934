import { askAhead, type Said } from './api/client.ts';
import { inOrder } from './api/order.ts';
import { ofSnapshot, trendPath } from './api/paths.ts';
import { pinnedBy } from './api/pinned.ts';
import type { KpiSummary } from './api/shapes.ts';
import { readView } from './api/view.ts';
import { monthsCovered, monthsOf } from './api/window.ts';
import { charts, PAGES } from './pages.ts';

/** The pages without charts, by the first part of their address. A priority is any other. */
const PLAIN = new Map(Object.entries(PAGES).filter(([name]) => !['measure', 'priority', 'receipt'].includes(name)));

/** Asks for what the page at an address shows, and for its code, before the app that draws it is there. */
export function askForFirst({ pathname, search }: Pick<Location, 'pathname' | 'search'>): void {
  if (pathname === '/sign-in') return;
  const pinned = pinnedBy(search);
  const ask = (path: string) => askAhead(pinned ? ofSnapshot(path, pinned) : path);
  void askAhead('/me');
  void ask('/snapshot');
  const [first = '', second] = pathname.slice(1).split('/');
  const plain = second ? undefined : PLAIN.get(first);
  if (plain) return void plain();
  if (first === 'receipts') return void PAGES.receipt();
  const kpis = ask('/kpis');
  if (first === '') return void kpis.then(({ text }) => askForOverview(text, ask)).catch(() => {});
  const shown = (kpi: KpiSummary) => (second ? kpi.id === second : kpi.priority === first);
  kpis.then((said) => askForTrend(said, shown, search)).catch(() => {});
  return void Promise.all([second ? PAGES.measure() : PAGES.priority(), charts()]);
}

/** Asks for what stands beside the headlines, unless there are none: whoever sees no figures is not answered there. */
function askForOverview(kpis: string, ask: (path: string) => void): void {
  if (kpis === '[]') return;
  ask('/extracts');
  void askAhead('/decisions');
}

/** Asks for the trend that a page of charts begins with, as that page will ask for it. */
function askForTrend({ text, snapshot }: Said, shown: (kpi: KpiSummary) => boolean, search: string): void {
  const kpis = inOrder((JSON.parse(text) as KpiSummary[]).filter(shown));
  const view = readView(search, kpis);
  const kpi = kpis.find(({ id }) => !view.kpi || id === view.kpi);
  if (!kpi || snapshot === undefined) return;
  const months = monthsOf(view.window, view.grain, monthsCovered(kpis));
  askAhead(ofSnapshot(trendPath(kpi, { ...view, ...months, by: undefined }), snapshot));
}
