// CSV files in encodings that they should not have, and files of other programs under the name of a CSV file.
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { accepted, kindsOf, refused } from './kind.ts';
import { CANARY, csv, header, lines, row } from './rows.ts';
import { book, cells } from './workbook.ts';
import { zip } from './zip.ts';

const utf8 = kindsOf('clinic-visits');
const windows = kindsOf('windows');
const wide = kindsOf('wide');
const ACCENTS = csv(row(1, { surname: 'Zoë’s' }), row(2));
const as =
  (encoding: string, text = ACCENTS, mark = false) =>
  () =>
    iconv.encode(text, encoding, { addBOM: mark });
const joined =
  (...pieces: (string | number[])[]) =>
  () =>
    Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)));

const encodings = [
  utf8('UTF-8', as('utf8'), accepted(2)),
  utf8('UTF-8 with a mark', as('utf8', ACCENTS, true), accepted(2)),
  utf8('UTF-16, little end first, with a mark', as('utf-16le', ACCENTS, true), accepted(2)),
  utf8('UTF-16, big end first, with a mark', as('utf-16be', ACCENTS, true), accepted(2)),
  utf8('Windows-1252 in place of UTF-8', as('windows-1252'), refused('wrong encoding', 'CSV UTF-8')),
  windows('Windows-1252', as('windows-1252'), accepted(2)),
  windows('Windows-1252 that is Latin-1 too', as('windows-1252', csv(row(1, { surname: 'Zoë' }), row(2))), accepted(2)),
  windows(
    'a row that is within the limit in Windows-1252 and over it in UTF-8',
    as('windows-1252', csv(row(1), row(2, { note: 'é'.repeat(3_900_000) }), row(3))),
    refused('row too long', 'Row 3'),
  ),
  windows('UTF-8 in place of Windows-1252', as('utf8'), accepted(2, ['other encoding', null])),
  windows(
    'bytes that Windows-1252 does not have',
    joined(csv(row(1)), [0x81, 0x8d], row(2)),
    refused('wrong encoding', 'not Windows-1252'),
  ),
  wide('UTF-16 without a mark', as('utf-16le'), accepted(2)),
  utf8('UTF-16 without a mark, in place of UTF-8', as('utf-16le'), refused('not text', 'zero bytes')),
  wide(
    'UTF-16 of an odd number of bytes',
    joined([0xff, 0xfe], [...iconv.encode(ACCENTS, 'utf-16le')], [0x41]),
    refused('wrong encoding', 'cut'),
  ),
  wide(
    'UTF-16 with half a character',
    joined([0xff, 0xfe], [...iconv.encode(csv(row(1)), 'utf-16le')], [0x00, 0xd8, 0x41, 0x00]),
    refused('wrong encoding', 'UTF-16'),
  ),
  utf8('UTF-32', joined([0xff, 0xfe, 0, 0], [...iconv.encode(ACCENTS, 'utf-32le')]), refused('not text', 'zero bytes')),
  utf8(
    'a mark of UTF-8 before bytes that are not',
    joined([0xef, 0xbb, 0xbf], csv(row(1)), [0xff, 0xc3, 0x28]),
    refused('wrong encoding', 'UTF-8'),
  ),
  utf8('cut in the middle of a character', joined(csv(row(1)), [0xc3]), refused('wrong encoding', 'UTF-8')),
  utf8(
    'a character written longer than it need be',
    joined(csv(row(1)), [0xc0, 0xaf]),
    refused('wrong encoding', 'UTF-8'),
  ),
  utf8('a zero byte in a cell', joined(csv(row(1), row(2, { note: 'a\0b' }))), refused('not text', 'zero bytes')),
  utf8(
    'a zero byte in a cell, after a mark',
    joined([0xef, 0xbb, 0xbf], csv(row(1), row(2, { note: 'a\0b' }))),
    refused('not text', 'zero bytes'),
  ),
  utf8('zero bytes alone', joined(Array<number>(4096).fill(0)), refused('not text', 'zero bytes')),
];

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SIGN_IN = `\n<!DOCTYPE html><html><title>Sign in</title><form>${CANARY}</form></html>`;
const word = () =>
  zip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: CANARY },
  ]);

const programs = [
  utf8('an Excel workbook', () => book([cells(1)]), refused('wrong format', 'Excel workbook')),
  utf8('a zip file', () => zip([{ name: `${CANARY}.csv`, data: ACCENTS }]), refused('wrong format', 'zip')),
  utf8('a Word document', word, refused('wrong format', 'zip')),
  utf8('an old workbook (.xls)', joined(OLD_OFFICE, Array<number>(504).fill(0)), refused('wrong format', 'old Excel')),
  utf8('a gzip file', () => gzipSync(ACCENTS), refused('wrong format', 'compressed')),
  utf8('a PDF', joined(`%PDF-1.7\n${CANARY}`), refused('wrong format', 'PDF')),
  utf8(
    'a picture',
    joined([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    refused('not text', 'zero bytes'),
  ),
  utf8('a sign-in page', joined(SIGN_IN), refused('wrong format', 'web page')),
  utf8('a sign-in page in UTF-16', as('utf-16le', SIGN_IN, true), refused('wrong format', 'web page')),
  utf8('XML', joined(`<?xml version="1.0"?><visit>${CANARY}</visit>`), refused('wrong format', 'XML')),
  utf8('JSON', joined(JSON.stringify({ surname: CANARY })), refused('wrong format', 'JSON')),
  utf8(
    'a letter',
    joined(lines(`From: ${CANARY}`, 'Subject: visits', '', header)),
    refused('wrong columns', 'missing: "Visit"'),
  ),
];

export const byteKinds = [...encodings, ...programs];
