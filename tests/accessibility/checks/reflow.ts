import type { Page } from 'playwright-core';

/** What is wider than the screen, or cut off. Only a table or a query may be scrolled sideways, in a region with a name that takes the focus. */
export const reflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const what = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
    const hidden = (element: Element) => element.closest('.visually-hidden, [aria-hidden="true"], svg, caption');
    const wide = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && !hidden(element),
    );
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const cuts = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflowX);
    const tall = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0 && !hidden(element),
    );
    const cutsBelow = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflowY);
    const named = (element: HTMLElement) =>
      element.tabIndex === 0 && element.getAttribute('role') === 'region' && element.hasAttribute('aria-label');
    return [
      root.scrollWidth > root.clientWidth ? `${root.scrollWidth - root.clientWidth} px wider than the screen` : '',
      ...wide.map((element) => (cuts(element) ? `${what(element)} cuts off what is in it` : '')),
      ...tall.map((element) => (cutsBelow(element) ? `${what(element)} cuts off what is below` : '')),
      ...wide.map((element) => (scrolls(element) && !named(element) ? `${what(element)} scrolls without a name` : '')),
    ].filter(Boolean);
  });

/** The same with the space between lines, words and letters that a reader may ask for (WCAG 1.4.12). */
export async function reflowSpaced(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
  });
  const faults = await reflow(page);
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  return faults.map((fault) => `with text spaced: ${fault}`);
}

/** The same at 200% and at 400% of a window of 1280 by 1024 (WCAG 1.4.4, 1.4.10). */
export async function zoomed(page: Page): Promise<string[]> {
  const before = page.viewportSize()!;
  const cdp = await page.context().newCDPSession(page);
  const found: string[] = [];
  for (const times of [2, 4]) {
    const size = { width: 1280 / times, height: 1024 / times };
    await cdp.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: times, mobile: false });
    found.push(...(await reflow(page)).map((fault) => `at ${times}00%: ${fault}`));
  }
  await cdp.detach();
  // A size that is the same as before would not be set anew.
  await page.setViewportSize({ ...before, height: before.height + 1 });
  await page.setViewportSize(before);
  return found;
}
