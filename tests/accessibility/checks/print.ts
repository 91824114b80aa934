import type { Page } from 'playwright-core';

/** What paper can do without: ways to other pages, what is pressed, and what is said while something is pressed. */
const SCREEN_ONLY =
  'nav, form, button, .skip-link, .offer, .controls-row, .filter, .downloads, .chart-reading, .card-label, .marking, #app:has(.cover) > :is(.masthead, .footer), [role="status"]';
/** A sheet of A4 between its margins. */
const SHEET = { width: 688, height: 970 };

/** Words that are on the screen and not on paper, and what is wider than the sheet. */
export async function print(page: Page): Promise<string[]> {
  const before = page.viewportSize()!;
  await page.setViewportSize(SHEET);
  await page.evaluate((screenOnly) => {
    const words = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim());
    const seen = [...document.querySelectorAll<HTMLElement>('body *:not(svg *, script, noscript)')].filter(
      (element) =>
        words(element) && element.checkVisibility({ visibilityProperty: true }) && !element.closest(screenOnly),
    );
    Object.assign(window, { seen });
  }, SCREEN_ONLY);
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate((sheet) => {
    const { seen } = window as unknown as { seen: HTMLElement[] };
    const short = (element: HTMLElement) => `"${element.textContent!.trim().slice(0, 40)}"`;
    return [
      ...seen
        .filter((one) => !one.checkVisibility({ visibilityProperty: true }))
        .map((one) => `${short(one)} is not printed`),
      ...seen
        .filter((one) => !one.closest('.visually-hidden') && one.getBoundingClientRect().right > sheet + 1)
        .map((one) => `${short(one)} is printed beside the sheet`),
    ];
  }, SHEET.width);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(before);
  return found.map((fault) => `on paper: ${fault}`);
}
