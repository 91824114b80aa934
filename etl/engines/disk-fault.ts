import { unavailable } from '../storage/unavailable.ts';

/** What the engine says of a disk, after the path and without a code. Rows that memory cannot hold may take as much of it as is free. */
const SAID: [RegExp, string][] = [
  [/^(Out of Memory Error|Failed to append): failed to offload data block/, 'ENOSPC'],
  [/^IO Error: Could not write all bytes/, 'ENOSPC'],
  [/^IO Error: .*: No space left on device$/i, 'ENOSPC'],
  [/^IO Error: .*: Disk quota exceeded$/i, 'EDQUOT'],
  [/^IO Error: .*: Permission denied$/i, 'EACCES'],
  [/^IO Error: .*: Read-only file system$/i, 'EROFS'],
  [/^IO Error: .*: Input\/output error$/i, 'EIO'],
  [/^IO Error: .*: Too many open files$/i, 'EMFILE'],
];

/** An engine's error about the disk as people can act on it, without the path; any other error as it is. */
export function diskFault(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  const code = SAID.find(([words]) => words.test(message))?.[1];
  return code ? unavailable({ code }) : error;
}
