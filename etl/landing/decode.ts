import iconv from 'iconv-lite';
import { Refusal } from './refusal.ts';

const MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const isUtf8 = (bytes: Uint8Array) => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/**
 * Bytes as text. A byte order mark wins over the contract's encoding.
 * Windows-1252 is decoded by a table of its own: Node 20 reads 0x92 in it as a control character.
 * @returns the text, and the encoding it was read in when that is not the contract's
 * @throws Refusal when the bytes are not what the contract says
 */
export function decode(bytes: Uint8Array, encoding: string): { text: string; readAs: string | null } {
  refuseOtherFormats(bytes);
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return { text: iconv.decode(Buffer.from(bytes.subarray(marked[1].length)), marked[0]), readAs: null };
  if (bytes.includes(0)) {
    if (encoding === 'utf-16') return { text: iconv.decode(Buffer.from(bytes), 'utf-16'), readAs: null };
    throw new Refusal('not text', 'The file has zero bytes in it. Expected a CSV file of plain text; export it again.');
  }
  const utf8 = isUtf8(bytes);
  if (encoding === 'utf-8' && !utf8)
    throw new Refusal(
      'wrong encoding',
      'The file is not UTF-8. Export it as "CSV UTF-8", or have the contract say windows-1252.',
    );
  if (encoding === 'utf-8') return { text: new TextDecoder().decode(bytes), readAs: null };
  const beyondAscii = bytes.some((byte) => byte > 0x7f);
  // Names in another alphabet are never valid UTF-8 by chance in a whole file, so such a file was saved as UTF-8.
  if (utf8 && beyondAscii) return { text: new TextDecoder().decode(bytes), readAs: 'utf-8' };
  return { text: iconv.decode(Buffer.from(bytes), encoding), readAs: null };
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const start = iconv
    .decode(Buffer.from(bytes.subarray(0, 64)), 'latin1')
    .trimStart()
    .toLowerCase();
  if (start.startsWith('pk\u0003\u0004'))
    throw new Refusal('wrong format', 'This is an Excel workbook or a zip file. Expected a CSV file.');
  if (start.startsWith('%pdf')) throw new Refusal('wrong format', 'This is a PDF. Expected a CSV file.');
  if (start.startsWith('<'))
    throw new Refusal(
      'wrong format',
      'This is a web page or XML, perhaps a sign-in page that was saved. Expected a CSV file.',
    );
}
