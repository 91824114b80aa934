import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { bodyFault } from './s3-fault.ts';

interface Copy {
  /** Settled once the bytes are there. */
  whole: Promise<void>;
  bytes: number;
  /** When its path was last given away, in milliseconds. */
  given: number;
}

/** No request or build of one function takes so long: a path that was given away before that is read by nobody now. */
const IN_USE_MS = 15 * 60 * 1000;

const unchanged = (error: unknown) =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 304;

/**
 * Local copies of objects, for engines that read by path. The store is asked each time whether a copy still is the object; its bytes
 * come once. What was used longest ago goes when the copies hold more than `capacity` bytes; what may still be read stays.
 * @param folder of this process alone: what is in it goes first
 * @param get reads an object, unless its ETag is the one given (status 304)
 * @returns the path of an object's copy; where there is no object, one at which nothing is
 */
export function downloads(
  folder: string,
  capacity: number,
  get: (key: string, unlessIts?: string) => Promise<GetObjectCommandOutput>,
): (key: string) => Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  /** By path, which an object's key and ETag make; what was given away last stands last. */
  const copies = new Map<string, Copy>();
  const etags = new Map<string, string>();
  const pathOf = (key: string, etag: string) =>
    join(folder, createHash('sha256').update(`${key}\n${etag}`).digest('hex'));

  const save = async (path: string, body: Readable, copy: Copy) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const part = `${path}.${randomUUID()}`;
    const file = createWriteStream(part, { flags: 'wx', mode: 0o600 });
    try {
      await pipeline(body, file);
      await rename(part, path);
    } catch (error) {
      copies.delete(path);
      await rm(part, { force: true });
      throw bodyFault(error);
    }
    copy.bytes = file.bytesWritten;
    await makeRoom();
  };

  const makeRoom = async () => {
    let held = [...copies.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    for (const [path, { bytes, given }] of copies) {
      if (held <= capacity) return;
      if (Date.now() - given < IN_USE_MS) continue;
      copies.delete(path);
      held -= bytes;
      await rm(path, { force: true });
    }
  };

  const give = async (path: string, copy: Copy): Promise<string> => {
    copies.delete(path);
    copies.set(path, Object.assign(copy, { given: Date.now() }));
    await copy.whole;
    return path;
  };

  const bring = (key: string, { Body, ETag }: GetObjectCommandOutput): Promise<string> => {
    const path = pathOf(key, ETag!);
    const [body, known] = [Body as Readable, copies.get(path)];
    if (known) body.destroy(); // another call has brought it meanwhile
    const copy: Copy = known ?? { whole: Promise.resolve(), bytes: 0, given: 0 };
    if (!known) copy.whole = save(path, body, copy);
    etags.set(key, ETag!);
    return give(path, copy);
  };

  return async (key) => {
    const etag = etags.get(key);
    const path = etag && pathOf(key, etag);
    const known = path && copies.get(path);
    if (known) known.given = Date.now(); // stays while it is asked for
    try {
      return await bring(key, await get(key, known ? etag : undefined));
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return join(folder, 'nothing');
      if (!unchanged(error) || !known) throw error;
      return give(path, known);
    }
  };
}
