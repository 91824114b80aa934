import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SafeguardingError } from '../errors.ts';
import { type Survey, surveyor } from './survey.ts';

const highWaterMark = 1024 * 1024;

/** Writes a file anew from the chunks of another. Its memory does not grow with the file. */
export const rewrite = (
  path: string,
  target: string,
  change: (chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer | string>,
): Promise<void> =>
  pipeline(createReadStream(path, { highWaterMark }), change, createWriteStream(target, { flags: 'wx', mode: 0o600 }));

/** The first bytes of a file. */
export async function startOf(path: string, bytes: number): Promise<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: bytes })) return chunk;
  return Buffer.alloc(0);
}

/**
 * Copies a file and says what its bytes are. What is landed is the copy: a sender may write the file anew meanwhile.
 * @throws SafeguardingError when it cannot be read
 */
export async function takeIn(path: string, copy: string): Promise<Survey> {
  const survey = surveyor();
  await rewrite(path, copy, async function* (chunks) {
    for await (const chunk of chunks) {
      survey.add(chunk);
      yield chunk;
    }
  }).catch((error: NodeJS.ErrnoException) => {
    if (!UNREADABLE.includes(error.code ?? '')) throw error;
    throw new SafeguardingError('usage', `"${path}" cannot be read. Expected a file.`);
  });
  return survey.end();
}

const UNREADABLE = ['ENOENT', 'EACCES', 'EPERM', 'EISDIR'];
