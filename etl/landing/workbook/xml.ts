import { SaxesParser } from 'saxes';
import { Refusal } from '../refusal.ts';
import type { Part } from './parts.ts';
import { unreadable } from './refusals.ts';

export interface Handlers {
  /** An element begins: its name without prefix, and its attributes as they are written. */
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part as XML, piece by piece.
 * @throws Refusal when it is not well formed, or in an encoding that workbooks do not have
 */
export async function readXml(part: Part, handlers: Handlers): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false as const });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^utf-?(8|16)$/i.test(encoding))
      throw unreadable('A part of the workbook has an unknown encoding.');
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open?.(local(name), attributes));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)));
  try {
    let decoder: TextDecoder | undefined;
    for await (const chunk of part.bytes()) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.write(decoder?.decode() ?? '').close();
  } catch (error) {
    // The parser's own words quote the text at fault.
    throw error instanceof Refusal ? error : unreadable('A part of the workbook is not well-formed XML.');
  }
}

function encodingOf(start: Buffer): string {
  const [a, b] = start;
  if ((a === 0xff && b === 0xfe) || b === 0) return 'utf-16le';
  return (a === 0xfe && b === 0xff) || a === 0 ? 'utf-16be' : 'utf-8';
}
