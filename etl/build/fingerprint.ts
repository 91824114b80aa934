import { createHash } from 'node:crypto';

/** Says by 32 characters what something was made from: equal for equal parts. */
export const fingerprint = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
