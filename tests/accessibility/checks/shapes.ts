import type { Page } from 'playwright-core';
import { contrast, type Rgb } from './colour.ts';

/** Grey and grey are told apart from here on, whatever colours a reader sees. */
const APART = 3;

interface Look {
  /** What it stands for. */
  means: string;
  /** What is drawn, without size and colour. */
  shape: string;
  fill: Rgb;
  words: boolean;
}

/** Statuses that are told by colour alone: two that are drawn alike, or one without words beside it. */
export async function shapes(page: Page): Promise<string[]> {
  const { marks, points } = await page.evaluate(look);
  const wordless = marks.filter(({ words }) => !words).map(({ means }) => `"${means}" has no words beside it`);
  const alike = marks.flatMap((a) =>
    marks.filter((b) => a.means < b.means && a.shape === b.shape).map((b) => `"${a.means}" looks like "${b.means}"`),
  );
  const byColour = points.flatMap((a) =>
    points
      .filter((b) => a.means < b.means && a.shape === b.shape && contrast(a.fill, b.fill) < APART)
      .map((b) => `points in ${a.means} and in ${b.means} have one shape`),
  );
  return [...new Set([...wordless, ...alike, ...byColour])];
}

function look(): { marks: Look[]; points: Look[] } {
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const drawing = (element: Element) =>
    `${element.tagName} ${(element.getAttribute('d') ?? '').replace(/[^a-z]/gi, '')}`.trim();
  const exactly = (element: Element) => `${element.tagName} ${element.getAttribute('d') ?? ''}`;
  const rgb = (css: string) => (css.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number) as unknown as Rgb;
  const once = (looks: Look[]) => [
    ...new Map(looks.map((one) => [`${one.means} ${one.shape} ${one.words}`, one])).values(),
  ];

  const marks = [...document.querySelectorAll<SVGElement>('svg[data-sense]')].filter(seen).map((svg) => ({
    means: svg.dataset.sense!,
    shape: [...svg.children].map(exactly).join(' '),
    fill: rgb(getComputedStyle(svg).fill),
    words: (svg.parentElement as HTMLElement).innerText.trim() !== '',
  }));
  const points = [...document.querySelectorAll('svg.plot [aria-label="dot"] > *, svg.plot g > circle')]
    .filter((point) => seen(point) && getComputedStyle(point).fill !== 'none')
    .map((point) => {
      const { fill } = getComputedStyle(point);
      return { means: fill, shape: drawing(point), fill: rgb(fill), words: true };
    });
  return { marks: once(marks), points: once(points) };
}
