/** What each page rests on: who is not answered that does not see the page. */
const NEEDS: readonly [page: RegExp, route: string][] = [
  [/^\/(glossary|accessibility|sign-in)$/, 'GET /api/me'],
  [/^\/changes$/, 'GET /api/changes'],
  [/^\/decisions$/, 'GET /api/decisions'],
  [/^\/board$/, 'GET /api/board-pack'],
  [/^\/audit$/, 'GET /api/audit'],
  [/^\/quality$/, 'GET /api/quality'],
  [/^\/receipts(\/|$)/, 'GET /api/submissions'],
  [/^\//, 'GET /api/kpis/:id'],
];

/** The route of the API that a page cannot be without. */
export const needOf = (path: string): string => NEEDS.find(([page]) => page.test(path))![1];
