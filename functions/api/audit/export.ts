import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Store } from '../../../etl/storage/store.ts';
import { ANCHORS, ENTRIES } from './places.ts';
import { linesOf, objectsIn, type Placed } from './sources.ts';

/** An export's files: one line an entry, and one line an anchor. */
const files = (folder: string) => ({
  entries: join(folder, 'entries.ndjson'),
  anchors: join(folder, 'anchors.ndjson'),
});

/** Where a record is read from, to be verified. */
interface Source {
  entries: AsyncGenerator<Placed[]>;
  anchors: AsyncGenerator<Placed[]>;
}

export const inStore = (store: Store): Source => ({
  entries: objectsIn(store, ENTRIES),
  anchors: objectsIn(store, ANCHORS),
});

export function inExport(folder: string): Source {
  const { entries, anchors } = files(folder);
  return { entries: linesOf(entries), anchors: linesOf(anchors) };
}

/** Writes the record into a folder, as it stands: what partners keep, and can verify without this product's store. */
export async function exportRecord(store: Store, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const to = files(folder);
  for (const [kept, path] of [
    [ENTRIES, to.entries],
    [ANCHORS, to.anchors],
  ] as const)
    await pipeline(Readable.from(lines(objectsIn(store, kept))), createWriteStream(path, { mode: 0o600 }));
}

async function* lines(batches: AsyncIterable<Placed[]>): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map(({ text }) => `${text.replaceAll(/[\r\n]/g, ' ')}\n`).join('');
}
