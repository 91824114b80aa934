// What the pages are written with: nothing that only a pointer can reach.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const PAGES = fileURLToPath(new URL('../../dashboard', import.meta.url));
const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).filter((path) => !path.startsWith('dist'));
const read = (ending: string) =>
  files
    .filter((path) => path.endsWith(ending))
    .map((path) => ({ path, text: readFileSync(join(PAGES, path), 'utf8') }));

/** What a component of ours is given as `title` is a heading; on an element of HTML it is a tip for those who hover. */
const tipsIn = (tsx: string): string[] => tsx.match(/<[a-z][\w-]*\s[^>]*?\btitle=/g) ?? [];

/** What happens when a pointer comes over something, where no key does the same. */
function hoversIn(tsx: string): string[] {
  const withKeys = /\bon(KeyDown|FocusIn|Focus)\b/.test(tsx);
  const hovers = tsx.match(/\bon:?(mouse(enter|over|move)|pointer(enter|over|move))\b/gi) ?? [];
  return [...(withKeys ? [] : hovers), ...(tsx.match(/\b(on:?(drag|drop)\w*|draggable)\b/gi) ?? [])];
}

/** Rules by which something appears only under a pointer. */
const revealsIn = (css: string): string[] =>
  [...css.matchAll(/:hover[^{]*\{([^}]*)\}/g)].flatMap(([, rules]) =>
    /\b(display|visibility|opacity|content|height|clip)\b/.test(rules!) ? [rules!.trim()] : [],
  );

describe('the pages', () => {
  it.each([
    ['tips', '.tsx', tipsIn],
    ['hovering and dragging', '.tsx', hoversIn],
    ['what hovering reveals', '.css', revealsIn],
  ] as const)('do without %s', (_, ending, faultsIn) => {
    const all = read(ending);
    expect(all.length).toBeGreaterThan(8);
    expect(all.flatMap(({ path, text }) => faultsIn(text).map((fault) => `${path}: ${fault}`))).toEqual([]);
  });

  it('would be found out', () => {
    expect(tipsIn('<button class="x" title="Close">')).toHaveLength(1);
    expect(tipsIn('<Page title="Overview">')).toEqual([]);
    expect(hoversIn('<p onMouseEnter={show}>')).toHaveLength(1);
    expect(hoversIn('<p onMouseEnter={show} onFocusIn={show}>')).toEqual([]);
    expect(hoversIn('<li draggable={true}>')).toHaveLength(1);
    expect(revealsIn('a:hover { color: red } p:hover .tip { display: block }')).toHaveLength(1);
  });
});
