import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';

/** What the bytes of a file are, learnt in the one pass in which they are taken in. */
export interface Survey {
  /** SHA-256 of the whole, in hexadecimal. */
  hash: string;
  size: number;
  /** The first bytes, by which other formats give themselves away. */
  start: Buffer;
  ascii: boolean;
  utf8: boolean;
  /** True when a zero byte is among them, as in UTF-16 and in files that are not text. */
  zeros: boolean;
  /** True when a line ends in anything but a line feed, or a cell may have a tab or an unbreakable space around it. */
  uneven: boolean;
}

export interface Surveyor {
  add(chunk: Buffer): void;
  end(): Survey;
}

const START = 64 * 1024;
const [TAB, RETURN, UNBREAKABLE] = [0x09, 0x0d, 0xa0];

/** Surveys a file chunk by chunk: its memory does not grow with the file. */
export function surveyor(): Surveyor {
  const hash = createHash('sha256');
  const survey = { size: 0, start: Buffer.alloc(0), ascii: true, utf8: true, zeros: false, uneven: false };
  let carried = Buffer.alloc(0);
  return {
    add(chunk) {
      hash.update(chunk);
      if (survey.size < START) survey.start = Buffer.concat([survey.start, chunk.subarray(0, START - survey.size)]);
      survey.size += chunk.length;
      survey.zeros ||= chunk.includes(0);
      survey.uneven ||= chunk.includes(RETURN) || chunk.includes(TAB) || chunk.includes(UNBREAKABLE);
      const ascii = isAscii(chunk);
      survey.ascii &&= ascii;
      if (!survey.utf8 || (ascii && carried.length === 0)) return;
      const bytes = Buffer.concat([carried, chunk]);
      const whole = wholeCharacters(bytes);
      survey.utf8 = isUtf8(bytes.subarray(0, whole));
      carried = Buffer.from(bytes.subarray(whole));
    },
    end: () => ({ ...survey, hash: hash.digest('hex'), utf8: survey.utf8 && carried.length === 0 }),
  };
}

/** How many of the bytes are before a UTF-8 character that has only begun: one has four bytes at most. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (needs > 0) return needs > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
