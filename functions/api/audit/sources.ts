import { createReadStream } from 'node:fs';
import type { Store } from '../../../etl/storage/store.ts';

/** An entry or an anchor as it was found; `place` is the number that its object is named by, where it has one. */
export interface Placed {
  text: string;
  place?: number;
}

const AT_ONCE = 256;

/** The objects of a folder of the store in the order of their names, many at a time. */
export async function* objectsIn(store: Store, folder: string): AsyncGenerator<Placed[]> {
  const keys = await store.list(folder);
  for (let i = 0; i < keys.length; i += AT_ONCE)
    yield Promise.all(
      keys.slice(i, i + AT_ONCE).map(async (key) => ({
        text: new TextDecoder().decode(await store.read(key)),
        place: Number.parseInt(key.slice(folder.length), 10) || undefined,
      })),
    );
}

/** The lines of a file, many at a time. */
export async function* linesOf(path: string): AsyncGenerator<Placed[]> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + (chunk as string)).split('\n');
    rest = lines.pop()!;
    yield lines.map((text) => ({ text }));
  }
  if (rest !== '') yield [{ text: rest }];
}

/** What a text says, or undefined where it is not an object as JSON. */
export function parsed<T extends object>(text: string): Partial<T> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}
