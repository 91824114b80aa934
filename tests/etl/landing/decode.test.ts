import { describe, expect, it } from 'vitest';
import iconv from 'iconv-lite';
import { decoder, encodingOf } from '../../../etl/landing/decode.ts';
import { surveyor } from '../../../etl/landing/survey.ts';

const names = 'Zoë, Siân, O’Brien, €5';

/** Reads bytes as landing does, in chunks of a size. */
function read(bytes: Uint8Array, expected: string, size = bytes.length || 1): { text: string; unexpected: boolean } {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(Buffer.from(bytes.subarray(at, at + size)));
  const survey = surveyor();
  chunks.forEach((chunk) => survey.add(chunk));
  const { name, unexpected } = encodingOf(survey.end(), expected);
  const decode = decoder(name);
  return { text: chunks.map((chunk) => decode.text(chunk)).join('') + decode.end(), unexpected };
}

const SOUND: [string, Buffer][] = [
  ['utf-8', iconv.encode(names, 'utf8')],
  ['utf-8', iconv.encode(names, 'utf8', { addBOM: true })],
  ['windows-1252', iconv.encode(names, 'windows-1252')],
  ['windows-1252', iconv.encode(names, 'utf8', { addBOM: true })],
  ['utf-8', iconv.encode(names, 'utf-16le', { addBOM: true })],
  ['utf-8', iconv.encode(names, 'utf-16be', { addBOM: true })],
  ['utf-16', iconv.encode(names, 'utf-16le')],
  ['utf-16', iconv.encode(names, 'utf-16be', { addBOM: false })],
];
describe.each([1, 2, 3, 7, 1000])('in chunks of %d bytes', (size) => {
  it.each(SOUND)('names are read under a contract that says %s (%#)', (encoding, bytes) => {
    expect(read(bytes, encoding, size)).toEqual({ text: names, unexpected: false });
  });
});

it('reads the byte 0x92 of Windows-1252 as an apostrophe, on every version of Node', () => {
  expect(read(Uint8Array.of(0x4f, 0x92, 0xe9), 'windows-1252').text).toBe('O’é');
});

it('reads UTF-8 under a contract that says windows-1252, and says so', () => {
  expect(read(iconv.encode(names, 'utf8'), 'windows-1252')).toEqual({ text: names, unexpected: true });
});

const MARK = Buffer.of(0xef, 0xbb, 0xbf);
it.each([
  ['wrong encoding', 'utf-8', iconv.encode(names, 'windows-1252')],
  ['wrong encoding', 'utf-8', Buffer.concat([MARK, iconv.encode(names, 'windows-1252')])],
  ['wrong encoding', 'utf-8', iconv.encode(names, 'utf8').subarray(0, 3)],
  ['wrong encoding', 'utf-8', Buffer.concat([iconv.encode(names, 'utf-16le', { addBOM: true }), Buffer.of(65)])],
  ['wrong encoding', 'utf-16', Buffer.concat([iconv.encode(names, 'utf-16le'), Buffer.of(65)])],
  ['wrong encoding', 'utf-16', iconv.encode(names, 'windows-1252')],
  ['wrong encoding', 'windows-1252', Buffer.of(0x4f, 0x81, 0x42)],
  ['not text', 'utf-8', Buffer.from('a\0b')],
  ['not text', 'windows-1252', Buffer.from('a\0b')],
  ['not text', 'utf-8', Buffer.concat([MARK, Buffer.from('a\0b')])],
  ['not text', 'utf-8', iconv.encode('a\0b', 'utf-16le', { addBOM: true })],
  ['wrong format', 'utf-8', Buffer.from('PK\u0003\u0004rest')],
  ['wrong format', 'utf-8', Buffer.from('%PDF-1.7')],
  ['wrong format', 'utf-8', Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
  ['wrong format', 'utf-8', Buffer.of(0x1f, 0x8b, 0x08, 0)],
  ['wrong format', 'utf-8', Buffer.from('  <!doctype html><title>Sign in</title>')],
  ['wrong format', 'utf-8', Buffer.concat([MARK, Buffer.from('<html>')])],
  ['wrong format', 'utf-8', iconv.encode('\r\n <!doctype html>', 'utf-16le', { addBOM: true })],
  ['wrong format', 'windows-1252', iconv.encode('<html>', 'utf-16be', { addBOM: true })],
  ['wrong format', 'utf-16', iconv.encode('<html>', 'utf-16le')],
])('refuses a file for "%s" under a contract that says %s (%#)', (rule, expected, bytes) => {
  expect(() => read(bytes, expected)).toThrow(rule);
});
