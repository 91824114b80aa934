// What may become markup. The policy of the pages (functions/api/headers.ts) has every string pass here that a script gives the browser
// as HTML; scripts and their addresses have no way in at all. Solid makes its templates so, from constants; data are never made so.

/** Of the browser; not yet among TypeScript's own. */
declare const trustedTypes:
  { createPolicy(name: 'default', rules: { createHTML(html: string): string | null }): unknown } | undefined;

/** What could run, or bring in something from elsewhere. */
const RUNS = /<\s*\/?\s*(script|iframe|object|embed|base|meta|link|style)\b|\s(on\w+|srcdoc|style)\s*=|javascript:/i;

/** Lets through markup that can run nothing. A browser that knows no such policy has the others of the pages. */
export function guardMarkup(): void {
  if (typeof trustedTypes === 'undefined') return;
  trustedTypes.createPolicy('default', { createHTML: (html) => (RUNS.test(html) ? null : html) });
}
