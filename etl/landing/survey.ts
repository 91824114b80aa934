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
  /** True when lines end in more than one way, or a cell may have a tab or an unbreakable space around it. */
  uneven: boolean;
}

export interface Surveyor {
  add(chunk: Buffer): void;
  end(): Survey;
}

const START = 64 * 1024;
const [TAB, LINE_FEED, RETURN, UNBREAKABLE] = [0x09, 0x0a, 0x0d, 0xa0];

/** Surveys a file chunk by chunk: its memory does not grow with the file. */
export function surveyor(): Surveyor {
  const hash = createHash('sha256');
  const survey = { size: 0, start: Buffer.alloc(0), ascii: true, utf8: true, zeros: false, uneven: false };
  const ends = lineEnds();
  let carried = Buffer.alloc(0);
  return {
    add(chunk) {
      hash.update(chunk);
      if (survey.size < START) survey.start = Buffer.concat([survey.start, chunk.subarray(0, START - survey.size)]);
      survey.size += chunk.length;
      const ascii = isAscii(chunk);
      survey.ascii &&= ascii;
      survey.zeros ||= chunk.includes(0);
      survey.uneven ||= chunk.includes(TAB) || (!ascii && chunk.includes(UNBREAKABLE));
      ends.add(chunk);
      if (!survey.utf8 || (ascii && carried.length === 0)) return;
      const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
      const whole = wholeCharacters(bytes);
      survey.utf8 = isUtf8(bytes.subarray(0, whole));
      carried = Buffer.from(bytes.subarray(whole));
    },
    end: () => ({
      ...survey,
      hash: hash.digest('hex'),
      utf8: survey.utf8 && carried.length === 0,
      uneven: survey.uneven || ends.mixed(),
    }),
  };
}

/** Whether all lines end alike, in a line feed or in both signs; a carriage return alone is never taken for an end. */
function lineEnds(): { add(chunk: Buffer): void; mixed(): boolean } {
  let [feeds, returns, both, last] = [0, 0, 0, 0];
  return {
    add(chunk) {
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) {
        feeds += 1;
        if ((at > 0 ? chunk[at - 1] : last) === RETURN) both += 1;
      }
      for (let at = chunk.indexOf(RETURN); at >= 0; at = chunk.indexOf(RETURN, at + 1)) returns += 1;
      last = chunk.at(-1) ?? last;
    },
    mixed: () => returns > 0 && !(returns === feeds && both === feeds),
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
