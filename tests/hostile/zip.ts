// A small writer of zip files that can lie: every field of the directory can be told apart from the truth.
import { crc32, deflateRawSync } from 'node:zlib';

export interface Entry {
  name: string;
  data: Uint8Array | string;
  /** Packed bytes, where they are made otherwise. */
  packed?: () => Buffer;
  method?: number;
  flags?: number;
  /** What the directory says in place of the truth. */
  says?: { size?: number; packedSize?: number; crc?: number; offset?: number; extra?: Buffer };
  /** How many bytes beside its place the directory says it is. */
  beside?: number;
}

export interface End {
  /** How many entries the end of the file says there are. */
  count?: number;
  comment?: string;
  before?: Buffer;
}

const numbers = (...fields: [value: number, bytes: 2 | 4][]): Buffer =>
  Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      if (bytes === 2) field.writeUInt16LE(value);
      else field.writeUInt32LE(value >>> 0);
      return field;
    }),
  );

/** A zip file of these entries. */
export function zip(entries: Entry[], end: End = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const method = entry.method ?? 8;
    const packed = entry.packed?.() ?? (method === 8 ? deflateRawSync(data) : data);
    const name = Buffer.from(entry.name);
    const says = {
      size: data.length,
      packedSize: packed.length,
      crc: crc32(data),
      offset: at + (entry.beside ?? 0),
      ...entry.says,
    };
    const extra = says.extra ?? Buffer.alloc(0);
    const common = (crc: number, packedSize: number, size: number) =>
      numbers(
        [20, 2],
        [(entry.flags ?? 0) | 0x800, 2],
        [method, 2],
        [0, 2],
        [0x21, 2],
        [crc, 4],
        [packedSize, 4],
        [size, 4],
        [name.length, 2],
      );
    const file = Buffer.concat([
      numbers([0x04034b50, 4]),
      common(says.crc, packed.length, says.size),
      numbers([0, 2]),
      name,
      packed,
    ]);
    files.push(file);
    directory.push(
      numbers([0x02014b50, 4], [20, 2]),
      common(says.crc, says.packedSize, says.size),
      numbers([extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 4], [says.offset, 4]),
      name,
      extra,
    );
    at += file.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = end.count ?? entries.length;
  const comment = Buffer.from(end.comment ?? '');
  const last = numbers(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count & 0xffff, 2],
    [count & 0xffff, 2],
    [size, 4],
    [at, 4],
    [comment.length, 2],
  );
  return Buffer.concat([...files, ...directory, end.before ?? Buffer.alloc(0), last, comment]);
}
