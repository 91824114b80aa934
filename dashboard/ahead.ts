import type { RoutePreloadFuncArgs } from '@solidjs/router';
import { askAhead } from './api/client.ts';
import { pinnedBy } from './api/view.ts';

/** Asks for what the overview shows as soon as its address is known. A link that is only pointed at brings code, not figures. */
export function overviewAhead({ location, intent }: RoutePreloadFuncArgs): void {
  if (intent === 'preload' || pinnedBy(location.search)) return;
  for (const path of ['/kpis', '/extracts', '/decisions']) askAhead(path);
}

/** The same for a page with charts. */
export function chartsAhead({ location, intent }: RoutePreloadFuncArgs): void {
  void import('./charts/plots.ts');
  if (intent !== 'preload' && !pinnedBy(location.search)) askAhead('/kpis');
}
