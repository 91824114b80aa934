import { SafeguardingError } from '../errors.ts';

const FULL = 'The disk of the data folder is full. Make room there, and try again.';
const FORBIDDEN =
  'The data folder may not be read or written by whoever runs this. Give them the rights to all that is in it, and try again.';

const TOLD: Record<string, string> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: 'The disk of the data folder can only be read. Make it writable, and try again.',
  EIO: 'The disk of the data folder does not answer as it should. Have it looked at, and try again.',
  EMFILE: 'Too many files are open on this machine. Close some programs, or allow more, and try again.',
};

/** A disk's error as people can act on it, without the path; any other error as it is. */
export function unavailable(error: unknown): unknown {
  const told = TOLD[(error as NodeJS.ErrnoException).code ?? ''];
  return told ? new SafeguardingError('unavailable', told) : error;
}
