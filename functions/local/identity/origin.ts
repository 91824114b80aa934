const OWN = ['localhost', '127.0.0.1', '[::1]'];

/** The address of our own pages on this machine, on whatever port. */
export function originHere(host: string): string | undefined {
  return OWN.includes(host.replace(/:\d+$/, '').toLowerCase()) ? `http://${host.toLowerCase()}` : undefined;
}
