import type { Part } from './parts.ts';
import { hasMacros, otherFormat, unsafe } from './refusals.ts';

const XML = /\.(xml|rels|vml)$/i;
/** What an archive begins with: zip, gzip, 7z, RAR, and the old Office container. */
const ARCHIVES = ['504b0304', '504b0506', '1f8b08', '377abcaf', '52617221', 'd0cf11e0'].map((hex) =>
  Buffer.from(hex, 'hex'),
);
/** In UTF-16 a pattern of either byte order is found, since the sign that follows it begins with a zero. */
const DECLARATIONS = ['<!DOCTYPE', '<!ENTITY'].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
const LONGEST = 32;

/**
 * Looks at all of a workbook before any of it is read: every part is unpacked once, within the limits, and thrown away.
 * @throws Refusal when it is no plain .xlsx
 */
export async function guard(parts: Part[]): Promise<void> {
  refuseOtherKinds(parts.map((part) => part.name.toLowerCase()));
  for (const part of parts) {
    let tail = Buffer.alloc(0);
    let first = true;
    for await (const chunk of part.bytes()) {
      const text = Buffer.concat([tail, chunk]);
      if (first && ARCHIVES.some((mark) => text.indexOf(mark) === 0))
        throw unsafe('The workbook holds another file, such as an embedded document.');
      if (XML.test(part.name) && DECLARATIONS.some((mark) => text.includes(mark)))
        throw unsafe('A part of the workbook declares a document type or entities.');
      first = false;
      tail = text.subarray(-LONGEST);
    }
  }
}

function refuseOtherKinds(names: string[]): void {
  if (names.some((name) => /vbaproject|(^|\/)macrosheets\//.test(name))) throw hasMacros();
  if (names.includes('xl/workbook.bin')) throw otherFormat('This is a binary workbook (.xlsb).');
  if (names.includes('[content_types].xml') && names.some((name) => /(^|\/)workbook\d*\.xml$/.test(name))) return;
  if (names.includes('word/document.xml')) throw otherFormat('This is a Word document.');
  if (names.includes('mimetype')) throw otherFormat('This is an OpenDocument file.');
  throw otherFormat('This is a zip file.');
}
