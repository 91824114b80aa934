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
  /** True when a byte is among them for which Windows-1252 has a sign and Latin-1 a control character. */
  controls: boolean;
  /** True when lines end in more than one way, or a cell may have a tab or an unbreakable space around it. */
  uneven: boolean;
  /** The longest row: its number, that of the header being 1, and its size in bytes. */
  longest: { row: number; bytes: number };
}

export interface Surveyor {
  add(chunk: Buffer): void;
  end(): Survey;
}

const START = 64 * 1024;
const [TAB, LINE_FEED, RETURN, QUOTE, UNBREAKABLE] = [0x09, 0x0a, 0x0d, 0x22, 0xa0];

/** Surveys a file chunk by chunk: its memory does not grow with the file. */
export function surveyor(): Surveyor {
  const hash = createHash('sha256');
  const survey = {
    size: 0,
    start: Buffer.alloc(0),
    ascii: true,
    utf8: true,
    zeros: false,
    controls: false,
    uneven: false,
  };
  const [ends, rows] = [lineEnds(), rowsOf()];
  let carried = Buffer.alloc(0);
  return {
    add(chunk) {
      hash.update(chunk);
      if (survey.size < START) survey.start = Buffer.concat([survey.start, chunk.subarray(0, START - survey.size)]);
      survey.size += chunk.length;
      const ascii = isAscii(chunk);
      survey.ascii &&= ascii;
      survey.zeros ||= chunk.includes(0);
      survey.controls ||= !ascii && hasControls(chunk);
      survey.uneven ||= chunk.includes(TAB) || (!ascii && chunk.includes(UNBREAKABLE));
      ends.add(chunk);
      rows.add(chunk);
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
      longest: rows.longest(),
    }),
  };
}

interface LineEnds {
  add(chunk: Buffer): void;
  /** Whether lines end in more than one way. */
  mixed(): boolean;
}

/** Counts how lines end: in a line feed, in a carriage return, in both. */
function lineEnds(): LineEnds {
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

interface Rows {
  add(chunk: Buffer): void;
  longest(): Survey['longest'];
}

/** Finds the longest row: line ends inside quotes are not its end. A file without line feeds has its rows end in carriage returns. */
function rowsOf(): Rows {
  const [feeds, returns] = [rowsEndingIn(LINE_FEED), rowsEndingIn(RETURN)];
  return {
    add(chunk) {
      feeds.add(chunk);
      if (feeds.rows() === 0) returns.add(chunk);
    },
    longest: () => (feeds.rows() > 0 ? feeds : returns).longest(),
  };
}

function rowsEndingIn(sign: number) {
  let [rows, seen, start, quoted] = [0, 0, 0, false];
  let longest = { row: 1, bytes: 0 };
  const measure = (end: number) => {
    if (end - start > longest.bytes) longest = { row: rows + 1, bytes: end - start };
  };
  return {
    add(chunk: Buffer): void {
      let end = chunk.indexOf(sign);
      for (let from = 0; from <= chunk.length;) {
        const quote = chunk.indexOf(QUOTE, from);
        const until = quote < 0 ? chunk.length : quote;
        for (; end >= 0 && end < until; end = chunk.indexOf(sign, end + 1)) {
          if (quoted) continue;
          measure(seen + end);
          rows += 1;
          start = seen + end + 1;
        }
        if (quote < 0) break;
        quoted = !quoted;
        from = quote + 1;
      }
      seen += chunk.length;
    },
    rows: () => rows,
    longest() {
      measure(seen);
      return longest;
    },
  };
}

/** Whether one of the bytes is from 0x80 to 0x9f. Four are looked at in one go: a byte of the three highest bits alone is made zero, and found. */
function hasControls(chunk: Buffer): boolean {
  const whole = chunk.length - (chunk.length % 4);
  const fours = new DataView(chunk.buffer, chunk.byteOffset, whole);
  for (let at = 0; at < whole; at += 4) {
    const high = (fours.getUint32(at) ^ 0x80808080) & 0xe0e0e0e0;
    if (((high - 0x01010101) & ~high & 0x80808080) !== 0) return true;
  }
  return chunk.subarray(whole).some((byte) => (byte & 0xe0) === 0x80);
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
