import type { Page } from 'playwright-core';
import { contrast, type Rgb } from './colour.ts';

const [WORDS, MARKS] = [4.5, 3];

/** Something seen: how it is painted over each thing that may be behind it. */
interface Seen {
  what: string;
  words: boolean;
  /** For each paint, pairs of what is seen and what is behind it. */
  paints: [Rgb, Rgb][][];
}

/** Words, and marks of pictures, that do not stand out from what is behind them. Ours to say what only decorates; axe judges no pictures. */
export async function faint(page: Page): Promise<string[]> {
  const seen = await page.evaluate(look);
  return seen.flatMap(({ what, words, paints }) => {
    const best = Math.max(...paints.map((pairs) => Math.min(...pairs.map(([front, back]) => contrast(front, back)))));
    const least = words ? WORDS : MARKS;
    return best >= least ? [] : [`${what} has a contrast of ${best.toFixed(2)}, not ${least}`];
  });
}

function look(): Seen[] {
  const probe = document.body.appendChild(document.createElement('i'));
  const numbers = (css: string) => (/^rgba?\(/.test(css) ? css.match(/[\d.]+/g)!.map(Number) : undefined);
  const token = (name: string) => ((probe.style.color = `var(${name})`), getComputedStyle(probe).color);
  // Rules and fields help the eye along; what they say is said by a line or a word too.
  const decoration = new Set(['--c-grid', '--c-rule', '--c-wash', '--c-ground', '--c-band'].map(token));
  probe.remove();

  const over = (css: string, opacity: number, under: Rgb): Rgb | undefined => {
    const [r, g, b, alpha = 1] = numbers(css) ?? [0, 0, 0, 0];
    const share = alpha * opacity;
    return share === 0 ? undefined : ([r, g, b].map((c, i) => c! * share + under[i]! * (1 - share)) as unknown as Rgb);
  };
  const ancestors = (element: Element | null): Element[] =>
    element ? [element, ...ancestors(element.parentElement)] : [];
  const ground = (element: Element | null): Rgb =>
    ancestors(element).reduceRight<Rgb>(
      (under, one) => over(getComputedStyle(one).backgroundColor, 1, under) ?? under,
      [255, 255, 255],
    );
  const opacityOf = (element: Element) =>
    ancestors(element).reduce((product, one) => product * Number(getComputedStyle(one).opacity), 1);
  const middle = (box: DOMRect) => [box.x + box.width / 2, box.y + box.height / 2] as const;
  const holds = (box: DOMRect, [x, y]: readonly [number, number]) =>
    x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  const visible = (element: Element) => element.checkVisibility({ visibilityProperty: true });

  const wordsOf = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim());
  const words = [...document.querySelectorAll('body *:not(svg, svg *, script, noscript, option)')]
    .filter((element) => wordsOf(element) && visible(element) && !element.closest('.visually-hidden, :disabled'))
    .map((element): Seen => {
      const back = ground(element);
      const front = over(getComputedStyle(element).color, opacityOf(element), back) ?? back;
      return { what: `"${element.textContent!.trim().slice(0, 40)}"`, words: true, paints: [[[front, back]]] };
    });

  const marks = [...document.querySelectorAll('svg')].filter(visible).flatMap((svg) => {
    const page = ground(svg.parentElement);
    const shapes = [...svg.querySelectorAll('path, line, circle, rect, polyline, polygon, text')].map((shape) => {
      const box = shape.getBoundingClientRect();
      return { shape, style: getComputedStyle(shape), box, opacity: opacityOf(shape), text: shape.tagName === 'text' };
    });
    const drawn = shapes.filter(({ box, style }) => box.width + box.height > 0 && style.visibility === 'visible');
    const fields = drawn.filter(({ style, text }) => !text && decoration.has(style.fill) && style.stroke === 'none');
    return drawn.flatMap(({ shape, style, box, opacity, text }): Seen[] => {
      const strokes = !text && style.stroke !== 'none' && parseFloat(style.strokeWidth) > 0;
      const colours = [style.fill, ...(strokes ? [style.stroke] : [])].filter(
        (paint) => numbers(paint) && over(paint, opacity, page),
      );
      if (colours.length === 0 || (!text && colours.every((paint) => decoration.has(paint)))) return [];
      const behind = [
        page,
        ...fields.filter((f) => holds(f.box, middle(box))).map((f) => over(f.style.fill, 1, page)!),
      ];
      const what = text ? `"${shape.textContent}"` : `${shape.tagName} in ${svg.getAttribute('class') ?? 'svg'}`;
      return [{ what, words: text, paints: colours.map((c) => behind.map((b) => [over(c, opacity, b)!, b])) }];
    });
  });
  return [...words, ...marks];
}
