import type { Page } from 'playwright-core';

/** Marks and words of pictures that do not stand out from what is behind them, which axe cannot judge. Ours to say what only decorates. */
export const faintMarks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    type Rgb = [number, number, number];
    const probe = document.body.appendChild(document.createElement('i'));
    const numbers = (css: string) => (/^rgba?\(/.test(css) ? css.match(/[\d.]+/g)!.map(Number) : undefined);
    const token = (name: string) => ((probe.style.color = `var(${name})`), getComputedStyle(probe).color);
    // Rules and fields help the eye along; what they say is said by a line or a word too.
    const decoration = new Set(['--c-grid', '--c-rule', '--c-wash', '--c-ground', '--c-band'].map(token));
    probe.remove();

    const over = (css: string, opacity: number, under: Rgb): Rgb | undefined => {
      const [r, g, b, alpha = 1] = numbers(css) ?? [0, 0, 0, 0];
      const share = alpha * opacity;
      return share === 0 ? undefined : ([r, g, b].map((c, i) => c! * share + under[i]! * (1 - share)) as Rgb);
    };
    const luminance = (rgb: Rgb) => {
      const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const contrast = (a: Rgb, b: Rgb) => {
      const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
      return (light! + 0.05) / (dark! + 0.05);
    };
    const ancestors = (element: Element | null): Element[] =>
      element ? [element, ...ancestors(element.parentElement)] : [];
    const ground = (svg: Element): Rgb =>
      ancestors(svg.parentElement).reduceRight<Rgb>(
        (under, element) => over(getComputedStyle(element).backgroundColor, 1, under) ?? under,
        [255, 255, 255],
      );
    const middle = (box: DOMRect) => [box.x + box.width / 2, box.y + box.height / 2] as const;
    const holds = (box: DOMRect, [x, y]: readonly [number, number]) =>
      x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

    return [...document.querySelectorAll('svg')].flatMap((svg) => {
      if (!svg.checkVisibility({ visibilityProperty: true })) return [];
      const page = ground(svg);
      const shapes = [...svg.querySelectorAll('path, line, circle, rect, polyline, polygon, text')].map((shape) => {
        const style = getComputedStyle(shape);
        const box = shape.getBoundingClientRect();
        const opacity = ancestors(shape).reduce(
          (product, element) => product * Number(getComputedStyle(element).opacity),
          1,
        );
        return { shape, style, box, opacity, text: shape.tagName === 'text' };
      });
      const seen = shapes.filter(({ box, style }) => box.width + box.height > 0 && style.visibility === 'visible');
      const fields = seen.filter(({ style, text }) => !text && decoration.has(style.fill) && style.stroke === 'none');
      return seen.flatMap(({ shape, style, box, opacity, text }) => {
        const strokes = style.stroke !== 'none' && parseFloat(style.strokeWidth) > 0;
        const paints = text ? [style.fill] : [style.fill, ...(strokes ? [style.stroke] : [])];
        const drawn = paints.filter((paint) => numbers(paint) && over(paint, opacity, page));
        if (drawn.length === 0 || (!text && drawn.every((paint) => decoration.has(paint)))) return [];
        const behind = [
          page,
          ...fields.filter((f) => holds(f.box, middle(box))).map((f) => over(f.style.fill, 1, page)!),
        ];
        const worst = Math.max(
          ...drawn.map((paint) => Math.min(...behind.map((rgb) => contrast(over(paint, opacity, rgb)!, rgb)))),
        );
        const least = text ? 4.5 : 3;
        const what = text ? `"${shape.textContent}"` : `${shape.tagName} in ${svg.getAttribute('class') ?? 'svg'}`;
        return worst >= least ? [] : [`${what} has a contrast of ${worst.toFixed(2)}, not ${least}`];
      });
    });
  });
