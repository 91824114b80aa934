import { SafeguardingError } from '../errors.ts';
import { unavailable } from './unavailable.ts';

const FORBIDDEN =
  "The partnership's buckets may not be read or written by whoever runs this. Look at its role and at each bucket's key, and try again.";
const CHANGED =
  "What was to be written reached the partnership's buckets other than it was sent, so they refused it and nothing was written. Try again; if it is refused again, have the network between and any proxy on it looked at, then this machine's memory and disk.";
const SILENT = "The partnership's buckets do not answer as they should. Try again later.";

/** S3's names for a body of which the SHA-256 is not the one that was sent with it, or signed. */
const NOT_AS_SENT = ['BadDigest', 'XAmzContentSHA256Mismatch'];

/** What the client says of each error that it throws, be it S3's or the network's. */
interface Failed {
  name: string;
  $metadata?: { httpStatusCode?: number };
}

/** S3's error, or the network's, as people can act on it, without a key; a local disk's as `unavailable` says it; any other as it is. */
export function s3Fault(error: unknown): unknown {
  const { name, $metadata } = error as Failed;
  if (!$metadata) return unavailable(error);
  if (NOT_AS_SENT.includes(name)) return new SafeguardingError('unavailable', CHANGED);
  const forbidden = $metadata.httpStatusCode === 403 || name.startsWith('KMS.');
  return new SafeguardingError('unavailable', forbidden ? FORBIDDEN : SILENT);
}

/** The same for an object's bytes on their way here, whose errors the client leaves as they are: cut off, or not what was put. */
export function bodyFault(error: unknown): unknown {
  const told = unavailable(error);
  return told === error ? new SafeguardingError('unavailable', SILENT) : told;
}
