import { open } from 'node:fs/promises';
import { SafeguardingError } from '../errors.ts';
import { type Survey, surveyor } from './survey.ts';

const CHUNK = 1024 * 1024;

/** The bytes of a file, a chunk at a time; each is only good until the next is asked for. */
export async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Copies a file and says what its bytes are. What is landed is the copy: a sender may write the file anew meanwhile. */
export async function takeIn(path: string, copy: string): Promise<Survey> {
  const survey = surveyor();
  const target = await open(copy, 'wx', 0o600);
  try {
    for await (const chunk of readable(path)) {
      survey.add(chunk);
      await target.write(chunk);
    }
  } finally {
    await target.close();
  }
  return survey.end();
}

async function* readable(path: string): AsyncGenerator<Buffer> {
  try {
    yield* chunksOf(path);
  } catch {
    throw new SafeguardingError('usage', `"${path}" cannot be read. Expected a file.`);
  }
}
