/** What kind of answer an error deserves: a usage error (exit 2, HTTP 400), something not there (404), what is not for whoever asks (403), a refusal (exit 1, 422), too much for a day (429), or a place that does not serve now (exit 1, 503). */
export type ErrorKind = 'usage' | 'not-found' | 'denied' | 'refused' | 'too-many' | 'unavailable';

/** An error whose message is safe to show to anyone: it names files, rows, columns and what to do, never a cell's value. */
export class SafeguardingError extends Error {
  override name = 'SafeguardingError';
  constructor(
    readonly kind: ErrorKind,
    message: string,
  ) {
    super(message);
  }
}
