import * as yauzl from 'yauzl';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { LIMITS } from './limits.ts';
import { tooLarge, unreadable, unsafe } from './refusals.ts';

/** One file inside a workbook. */
export interface Part {
  name: string;
  /** Its bytes, unpacked as they are asked for. @throws Refusal when they are more than its directory says, or not what was packed */
  bytes(): AsyncIterable<Buffer>;
}

/**
 * The parts of a workbook, by what its directory says. Nothing is unpacked yet.
 * @throws Refusal when the directory breaks the limits or contradicts itself
 */
export async function openParts(path: string): Promise<{ parts: Part[]; close: () => void }> {
  const zip = await yauzl
    .openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: false })
    .catch(() => {
      throw unreadable('The file begins as a workbook does, but its end is missing or damaged.');
    });
  try {
    if (zip.entryCount > LIMITS.parts) throw tooLarge(`The workbook has more than ${LIMITS.parts} parts.`);
    const entries = await entriesOf(zip);
    refuseOddEntries(entries);
    await refuseOverlaps(zip, entries);
    const files = entries.filter((entry) => !entry.fileName.endsWith('/'));
    return {
      parts: files.map((entry) => ({ name: entry.fileName, bytes: () => unpacked(zip, entry) })),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function entriesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch {
    throw unreadable('The list of parts inside the workbook is damaged.');
  }
  return entries;
}

function refuseOddEntries(entries: yauzl.Entry[]): void {
  if (entries.some((entry) => entry.isEncrypted())) throw unreadable('The workbook has encrypted parts.');
  const names = new Set(entries.map((entry) => entry.fileName.toLowerCase()));
  if (names.size < entries.length) throw unsafe('The workbook holds two parts of one name.');
  const declared = entries.map((entry) => entry.uncompressedSize);
  if (declared.some((size) => size > LIMITS.partBytes)) throw partTooLarge();
  if (declared.reduce((sum, size) => sum + size, 0) > LIMITS.totalBytes) throw allTooLarge();
}

const partTooLarge = () => tooLarge(`A part of the workbook is larger than ${mb(LIMITS.partBytes)} when unpacked.`);
const allTooLarge = () => tooLarge(`The workbook is larger than ${mb(LIMITS.totalBytes)} when unpacked.`);
const mb = (bytes: number) => `${bytes / 1024 / 1024} MB`;

/** Two parts that share bytes make a small file large without end. */
async function refuseOverlaps(zip: yauzl.ZipFile, entries: yauzl.Entry[]): Promise<void> {
  let end = 0;
  const ordered = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const entry of ordered) {
    if (entry.relativeOffsetOfLocalHeader < end) throw unsafe('Parts of the workbook lie over one another.');
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(() => {
      throw unreadable('A part inside the workbook is not where the list of parts says.');
    });
    end = fileDataStart + entry.compressedSize;
  }
}

async function* unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  const stream = await zip.openReadStreamPromise(entry).catch(damaged);
  let [size, sum] = [0, 0];
  for await (const chunk of chunksOf(stream)) {
    size += chunk.length;
    sum = crc32(chunk, sum);
    if (size > entry.uncompressedSize) throw unsafe('A part of the workbook is larger than it says.');
    if (size > LIMITS.ratioFrom && size > LIMITS.ratio * entry.compressedSize)
      throw unsafe(`A part of the workbook is more than ${LIMITS.ratio} times as large as it is packed.`);
    yield chunk;
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) damaged();
}

async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await chunks.next().catch(damaged);
      if (done) return;
      yield value as Buffer;
    }
  } finally {
    stream.destroy();
  }
}

function damaged(): never {
  throw unreadable('A part inside the workbook is damaged.');
}
