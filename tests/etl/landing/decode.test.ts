import { expect, it } from 'vitest';
import iconv from 'iconv-lite';
import { decode } from '../../../etl/landing/decode.ts';

const names = 'Zoë, Siân, O’Brien';

it.each([
  ['utf-8', iconv.encode(names, 'utf8')],
  ['utf-8', iconv.encode(names, 'utf8', { addBOM: true })],
  ['windows-1252', iconv.encode(names, 'windows-1252')],
  ['windows-1252', iconv.encode(names, 'utf8', { addBOM: true })],
  ['utf-8', iconv.encode(names, 'utf-16le', { addBOM: true })],
  ['utf-8', iconv.encode(names, 'utf-16be', { addBOM: true })],
  ['utf-16', iconv.encode(names, 'utf-16le')],
])('reads names under a contract that says %s (%#)', (encoding, bytes) => {
  expect(decode(bytes, encoding).text).toBe(names);
});

it('reads the byte 0x92 of Windows-1252 as an apostrophe, on every version of Node', () => {
  expect(decode(Uint8Array.of(0x4f, 0x92, 0x42), 'windows-1252').text).toBe('O’B');
});

it('reads UTF-8 under a contract that says windows-1252, and says so', () => {
  expect(decode(iconv.encode(names, 'utf8'), 'windows-1252')).toEqual({ text: names, readAs: 'utf-8' });
});

it.each([
  ['wrong encoding', iconv.encode(names, 'windows-1252')],
  ['not text', Buffer.from('a\0b')],
  ['wrong format', Buffer.from('PK\u0003\u0004rest')],
  ['wrong format', Buffer.from('  <!doctype html><title>Sign in</title>')],
])('refuses a file for "%s" (%#)', (rule, bytes) => {
  expect(() => decode(bytes, 'utf-8')).toThrow(rule);
});
