import type { Page } from 'playwright-core';

/** Marks of pictures that do not follow the colours that a reader's system forces, dark or light, or that vanish in them. */
export async function forcedColours(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    found.push(...(await page.evaluate(stray)).map((fault) => `with forced colours, ${colorScheme}: ${fault}`));
  }
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
  return found;
}

function stray(): string[] {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.forcedColorAdjust = 'none';
  const asComputed = (name: string) => ((probe.style.color = name), getComputedStyle(probe).color);
  const canvas = asComputed('Canvas');
  const names =
    'CanvasText LinkText Highlight HighlightText GrayText ButtonText ButtonFace Field FieldText Mark MarkText';
  const system = new Set([canvas, ...names.split(' ').map(asComputed)]);
  probe.remove();
  const paintsOf = (shape: Element) => {
    const { fill, stroke } = getComputedStyle(shape);
    return [fill, ...(shape.tagName === 'text' ? [] : [stroke])].filter(
      (paint) => paint.startsWith('rgb') && paint !== 'rgba(0, 0, 0, 0)',
    );
  };
  return [...document.querySelectorAll('svg')].flatMap((svg) => {
    const name = svg.getAttribute('class') ?? 'svg';
    const shapes = [...svg.querySelectorAll('path, line, circle, rect, polyline, polygon, text')].filter((shape) =>
      shape.checkVisibility({ visibilityProperty: true }),
    );
    const strange = shapes.flatMap(paintsOf).filter((paint) => !system.has(paint));
    const seen = shapes.length === 0 || shapes.flatMap(paintsOf).some((paint) => paint !== canvas);
    return [
      ...[...new Set(strange)].map((paint) => `${name} is drawn in ${paint}, which is no colour of the system`),
      ...(seen ? [] : [`${name} cannot be seen`]),
    ];
  });
}
