import type { Browser, Page } from 'playwright-core';
import { onTablet } from './tablet.ts';

interface Repaints {
  /** Milliseconds for views that were not asked before, and for the same views once more. */
  first: number[];
  again: number[];
}

/**
 * Milliseconds from the click on "Apply filter" to the end of the first frame in which the first KPI has new figures, for one filter
 * after another. The network is as fast as this machine.
 */
export const repaints = (browser: Browser, url: string, cpu: number, views: number): Promise<Repaints> =>
  onTablet(
    browser,
    { cpu },
    async (page) => {
      page.setDefaultTimeout(60_000);
      await page.goto(url);
      await page.locator('.chart-frame svg').first().waitFor();
      await page.locator('.filter summary').click();
      const round = async () => {
        const took: number[] = [];
        for (let i = 0; i < views; i++) {
          await atRest(page);
          const ms = await filterBy(page, i);
          if (ms !== undefined) took.push(ms);
        }
        return took;
      };
      return { first: await round(), again: await round() };
    },
    url,
  );

/** Somebody looks at a view before they choose the next one: all of it is there. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .skeleton'));
  await page.waitForTimeout(500);
}

/** Ticks one box of the filter and no other, and applies it. Undefined when the first KPI looks as before. */
const filterBy = (page: Page, box: number): Promise<number | undefined> =>
  page.evaluate(async (chosen) => {
    document.querySelectorAll<HTMLInputElement>('.filter input').forEach((input, i) => (input.checked = i === chosen));
    const drawn = new Promise<number | undefined>((resolve) => {
      new MutationObserver((_, watch) => {
        watch.disconnect();
        // A message that is sent in a frame arrives once that frame is painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port2.addEventListener('message', () => resolve(performance.now()));
          port2.start();
          port1.postMessage('painted');
        });
      }).observe(document.querySelector('.kpi')!, { childList: true, characterData: true, subtree: true });
      setTimeout(() => resolve(undefined), 5_000);
    });
    const clicked = performance.now();
    document.querySelector<HTMLButtonElement>('.filter button[type=submit]')!.click();
    const painted = await drawn;
    return painted && painted - clicked;
  }, box);
