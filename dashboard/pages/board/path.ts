/** What of the page's address the pack is asked for; anything else there is not ours. */
const ASKED = ['period', 'measure', 'as_at'];

/** The address of the papers that a page shows. @param latest the snapshot whose release is meant unless the address says */
export function packPath(search: string, latest: number): string {
  const asked = new URLSearchParams(search);
  const query = new URLSearchParams({ as_at: String(latest) });
  for (const name of ASKED) if (asked.get(name)) query.set(name, asked.get(name)!);
  return `/board-pack?${query}`;
}
