import type { Part } from './parts.ts';
import { readXml } from './xml.ts';

/** A workbook's shared texts, in their order. What tells how to pronounce a text is no part of it. */
export async function stringsOf(part: Part): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let [inText, aside] = [false, false];
  await readXml(part, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') aside = true;
      inText = name === 't' && !aside;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') aside = false;
      if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}

/** Excel writes characters that XML cannot hold as _x000D_. Those that no cell should hold become a mark that can be seen. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_all, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code < 32 && ![9, 10, 13].includes(code) ? '\ufffd' : String.fromCharCode(code);
  });
