// What is drawn on each sheet of a PDF that Chromium made, as text.
import { inflateSync } from 'node:zlib';

/** The objects of a PDF by their number, those in compressed streams too. */
function objectsOf(pdf: Buffer): Map<number, string> {
  const text = pdf.toString('latin1');
  const objects = [...text.matchAll(/(\d+) 0 obj\b/g)].map(({ 1: number, index }) => {
    const body = text.slice(index, text.indexOf('endobj', index));
    const begins = /stream\r?\n/.exec(body);
    if (!begins) return [Number(number), body] as const;
    const from = index + begins.index + begins[0].length;
    const bytes = pdf.subarray(from, text.indexOf('endstream', from));
    return [
      Number(number),
      body.slice(0, begins.index) + (body.includes('/FlateDecode') ? unpacked(bytes) : ''),
    ] as const;
  });
  return new Map(objects);
}

const unpacked = (bytes: Buffer): string => {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
};

/** Which letter each glyph of a font stands for. */
function lettersOf(cmap: string): Map<string, string> {
  const letters = new Map<string, string>();
  const read = (hex: string) => Number.parseInt(hex, 16);
  const put = (glyph: number, letter: number) =>
    letters.set(glyph.toString(16).padStart(4, '0'), String.fromCodePoint(letter));
  for (const [, chars] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, glyph, letter] of chars!.matchAll(/<(\w{4})> <(\w{4})>/g)) put(read(glyph!), read(letter!));
  for (const [, ranges] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g))
    for (const [, from, to, letter] of ranges!.matchAll(/<(\w{4})> <(\w{4})> <(\w{4})>/g))
      for (let glyph = read(from!); glyph <= read(to!); glyph++) put(glyph, read(letter!) + glyph - read(from!));
  return letters;
}

/** The text of every sheet, in the order of the sheets; without white space, which is drawn at some ends of lines and not at others. */
export function sheetsOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const [number, object] of objects) {
    const cmap = /\/ToUnicode (\d+) 0 R/.exec(object)?.[1];
    if (cmap) fonts.set(`F${number}`, lettersOf(objects.get(Number(cmap))!));
  }
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\b/.test(object))
    .map((sheet) => drawn(objects.get(Number(/\/Contents (\d+) 0 R/.exec(sheet)![1]))!, fonts));
}

function drawn(content: string, fonts: ReadonlyMap<string, Map<string, string>>): string {
  let font: Map<string, string> | undefined;
  const parts = [...content.matchAll(/\/(F\d+) \S+ Tf|<(\w+)> Tj/g)].map(([, name, glyphs = '']) => {
    if (name) font = fonts.get(name);
    return (glyphs.match(/.{4}/g) ?? []).map((glyph) => font?.get(glyph.toLowerCase()) ?? '?').join('');
  });
  return parts.join('').replaceAll(/\s/g, '');
}
