import type { Browser } from 'playwright-core';
import { onTablet, POOR } from './tablet.ts';

/** Milliseconds from the start of navigation to the first frame after a picture stands in the page, nothing being cached. */
export const firstChart = (browser: Browser, url: string, picture: string, signedInAt?: string): Promise<number> =>
  onTablet(
    browser,
    POOR,
    async (page) => {
      await page.addInitScript((selector) => {
        new MutationObserver((_, watch) => {
          if (!document.querySelector(selector)) return;
          watch.disconnect();
          requestAnimationFrame(() => Object.assign(window, { firstChart: performance.now() }));
        }).observe(document, { childList: true, subtree: true });
      }, picture);
      await page.goto(url, { timeout: 60_000 });
      const seen = await page.waitForFunction(() => (window as { firstChart?: number }).firstChart, null, {
        timeout: 60_000,
      });
      return (await seen.jsonValue())!;
    },
    signedInAt,
  );
