import { type FileHandle, open } from 'node:fs/promises';
import { SafeguardingError } from '../errors.ts';
import { type Survey, surveyor } from './survey.ts';

const CHUNK = 1024 * 1024;

/** What is written for a chunk that was read, or for the end (null). The chunk's memory is used again: it may not be kept. */
type Change = (chunk: Buffer | null) => Buffer | string;

/**
 * Writes a file anew from the chunks of another. Its memory does not grow with the file: two chunks are held, one being written
 * while the next is read.
 */
export async function rewrite(path: string, target: string, change: Change): Promise<void> {
  await using(open(path, 'r'), (from) =>
    using(open(target, 'wx', 0o600), async (to) => {
      const buffers = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)];
      let writing = Promise.resolve();
      for (let turn = 0, bytes = CHUNK; bytes > 0; turn = 1 - turn) {
        ({ bytesRead: bytes } = await from.read(buffers[turn]!, 0, CHUNK, null));
        const changed = change(bytes > 0 ? buffers[turn]!.subarray(0, bytes) : null);
        await writing;
        writing = writeAll(to, changed);
        writing.catch(() => {}); // told when it is awaited, unless the change refuses first
      }
      await writing;
    }),
  );
}

/** The first bytes of a file. */
export const startOf = (path: string, bytes: number): Promise<Buffer> =>
  using(open(path, 'r'), async (file) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, null);
    return buffer.subarray(0, bytesRead);
  });

/**
 * Copies a file and says what its bytes are. What is landed is the copy: a sender may write the file anew meanwhile.
 * @throws SafeguardingError when it cannot be read
 */
export async function takeIn(path: string, copy: string): Promise<Survey> {
  const survey = surveyor();
  await rewrite(path, copy, (chunk) => {
    if (!chunk) return '';
    survey.add(chunk);
    return chunk;
  }).catch((error: NodeJS.ErrnoException) => {
    if (!UNREADABLE.includes(error.code ?? '')) throw error;
    throw new SafeguardingError('usage', `"${path}" cannot be read. Expected a file.`);
  });
  return survey.end();
}

const UNREADABLE = ['ENOENT', 'EACCES', 'EPERM', 'EISDIR'];

async function using<T>(opening: Promise<FileHandle>, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await opening;
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, data: Buffer | string): Promise<void> {
  if (data.length === 0) return;
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
}
