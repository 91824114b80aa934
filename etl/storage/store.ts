// Where bytes rest. One port, an adapter a place: a folder here, S3 in AWS.

/**
 * Objects under slash-separated keys. The first part of a key is its zone: `landing` and `vault` are identifiable and
 * restricted, `lake` is pseudonymised. Every key is made by our own code, never from a sender's file name.
 * What a call has done outlives a loss of power once it has answered. A call that throws may have been done all the same.
 */
export interface Store {
  /** The bytes of an object, or undefined when there is none. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Writes an object whole: a reader sees the old bytes or the new, never a part. */
  put(key: string, bytes: Uint8Array | string): Promise<void>;
  /** Writes an object only when there is none yet; false when somebody was first. This is the one atomic step that commits rest on. */
  putIfAbsent(key: string, bytes: Uint8Array | string): Promise<boolean>;
  /** Takes a local file in, whole; the file is gone afterwards. */
  putFile(key: string, path: string): Promise<void>;
  /** A local path with the object's bytes, for engines that read files. Not to be written to. */
  localPath(key: string): Promise<string>;
  /** All keys under a prefix that ends with a slash, sorted. */
  list(prefix: string): Promise<string[]>;
  /** When an object was last written, by the store's own clock; undefined when there is none. */
  modified(key: string): Promise<Date | undefined>;
  /** Removes an object; nothing happens when there is none. */
  remove(key: string): Promise<void>;
  /** Removes what writers that were killed left unfinished before a time. @returns how many */
  sweep(before: Date): Promise<number>;
}

/** The object's text as JSON, or undefined when there is no such object. */
export async function readJson<T>(store: Store, key: string): Promise<T | undefined> {
  const bytes = await store.read(key);
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T);
}

/** How the name of what is still being written ends; no key may end so. */
export const UNFINISHED = '.part';
const ODD = /[\\\p{Cc}]/u;

/** The parts of a key, or of a prefix. Every key is made by our own code, so one that could leave the store is a fault of ours. @throws Error */
export function partsOf(key: string): string[] {
  const parts = key.split('/');
  if (parts.some((part) => ['', '.', '..'].includes(part)) || ODD.test(key) || key.endsWith(UNFINISHED))
    throw new Error('This is not a key of a store.');
  return parts;
}

/** A prefix without its slash. @throws Error when it is none */
export function folderOf(prefix: string): string[] {
  if (!prefix.endsWith('/')) throw new Error('A prefix ends with a slash.');
  return partsOf(prefix.slice(0, -1));
}
