/** The number of the snapshot that an address pins. */
export function pinnedBy(search: string): number | undefined {
  const asked = new URLSearchParams(search).get('as_at') ?? '';
  return /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : undefined;
}
