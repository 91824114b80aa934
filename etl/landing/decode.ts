import iconv from 'iconv-lite';
import { Refusal } from './refusal.ts';
import type { Survey } from './survey.ts';

/** Turns a file's bytes into text, chunk by chunk. @throws Refusal from `text` and `end` when the bytes are not of the encoding */
export interface Decoder {
  text(chunk: Buffer): string;
  end(): string;
}

export interface Encoding {
  name: string;
  /** True when it is not the one that the contract says, and no mark explains that. */
  unexpected: boolean;
}

const MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The encoding in which a file is read. A byte order mark wins over the contract's; UTF-16 without one is read in the byte order
 * in which its first character is a Latin letter.
 * @throws Refusal when the bytes cannot be what the contract says
 */
export function encodingOf({ start, ascii, utf8, zeros }: Survey, expected: string): Encoding {
  refuseOtherFormats(start);
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => start[i] === byte))?.[0];
  if (marked?.startsWith('utf-16')) return { name: marked, unexpected: false };
  if (zeros && expected === 'utf-16' && !marked)
    return { name: start[0] === 0 ? 'utf-16be' : 'utf-16le', unexpected: false };
  if (zeros) throw notText();
  if (marked && !utf8) throw otherThan('utf-8');
  if (marked || ascii) return { name: 'utf-8', unexpected: false };
  // Names in another alphabet are never valid UTF-8 by chance in a whole file, so such a file was saved as UTF-8.
  if (utf8) return { name: 'utf-8', unexpected: expected !== 'utf-8' };
  if (expected === 'utf-8' || expected === 'utf-16') throw otherThan(expected);
  return { name: expected, unexpected: false };
}

/** A decoder for an encoding that `encodingOf` gave. Byte order marks are left out. */
export function decoder(encoding: string): Decoder {
  return encoding === 'windows-1252' ? windows1252() : unicode(encoding);
}

function unicode(encoding: string): Decoder {
  const decode = new TextDecoder(encoding, { fatal: true });
  const text = (work: () => string) => {
    let made: string;
    try {
      made = work();
    } catch {
      throw otherThan(encoding);
    }
    if (made.includes('\0')) throw notText();
    return made;
  };
  return {
    text: (chunk) => text(() => decode.decode(chunk, { stream: true })),
    end: () => text(() => decode.decode()),
  };
}

/** The 27 signs that Windows-1252 has where ISO 8859-1 has controls. Node 20 reads 0x92 in it as a control character, so they are looked up. */
const SIGNS = new Map(
  Array.from({ length: 32 }, (_, i) => [
    String.fromCharCode(0x80 + i),
    iconv.decode(Buffer.of(0x80 + i), 'windows-1252'),
  ]),
);
const CONTROLS = /[\x80-\x9f]/;
const CONTROLS_EACH = new RegExp(CONTROLS, 'g');
const UNDEFINED = /[\x81\x8d\x8f\x90\x9d]/;

function windows1252(): Decoder {
  return {
    text(chunk) {
      const text = chunk.toString('latin1');
      if (!CONTROLS.test(text)) return text;
      if (UNDEFINED.test(text)) throw otherThan('windows-1252');
      return text.replaceAll(CONTROLS_EACH, (sign) => SIGNS.get(sign)!);
    },
    end: () => '',
  };
}

const notText = () =>
  new Refusal('not text', 'The file has zero bytes in it. Expected a CSV file of plain text; export it again.');

const HINTS: Record<string, string> = {
  'utf-8': 'Export it as "CSV UTF-8", or have the contract say windows-1252.',
  'windows-1252': 'Export it again, as "CSV UTF-8" or as CSV of Windows.',
};
const otherThan = (encoding: string) =>
  new Refusal(
    'wrong encoding',
    `The file is not ${encoding
      .toUpperCase()
      .replace('WINDOWS', 'Windows')
      .replace(/LE$|BE$/, '')}, or was cut off or changed on its way. ${HINTS[encoding] ?? 'Export it again.'}`,
  );

function refuseOtherFormats(bytes: Buffer): void {
  const start = bytes
    .subarray(0, 64)
    .toString('latin1')
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '') // each second byte of UTF-16
    .trimStart()
    .toLowerCase();
  if (start.startsWith('pk\u0003\u0004'))
    throw new Refusal('wrong format', 'This is an Excel workbook or a zip file. Expected a CSV file.');
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0'.toLowerCase()))
    throw new Refusal('wrong format', 'This is an old Excel or Word file. Expected a CSV file.');
  if (start.startsWith('\u001f\u008b'))
    throw new Refusal('wrong format', 'This is a compressed file. Expected a CSV file: unpack it first.');
  if (start.startsWith('%pdf')) throw new Refusal('wrong format', 'This is a PDF. Expected a CSV file.');
  if (start.startsWith('{') || start.startsWith('['))
    throw new Refusal('wrong format', 'This is JSON. Expected a CSV file.');
  if (start.startsWith('<'))
    throw new Refusal(
      'wrong format',
      'This is a web page or XML, perhaps a sign-in page that was saved. Expected a CSV file.',
    );
}
