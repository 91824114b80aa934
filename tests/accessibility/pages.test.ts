// Every page in every state, by the checks that a machine can do of WCAG 2.2 A and AA.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults, launch, visit } from '../journeys/browser.ts';
import { bareDemo, type SmallPartnership, smallPartnership } from '../journeys/small-partnership.ts';
import { faintMarks } from './checks/contrast.ts';
import { figures } from './checks/figures.ts';
import { keyboard } from './checks/keyboard.ts';
import { liveRegions } from './checks/live-regions.ts';
import { names } from './checks/names.ts';
import { outline } from './checks/outline.ts';
import { reflow, reflowSpaced } from './checks/reflow.ts';
import { targets } from './checks/targets.ts';
import { addresses, FILTER, ROUTES } from './routes.ts';
import { STATES } from './states.ts';

type Check = (page: Page) => Promise<string[]>;
const WIDTHS = [1280, 768, 320];
const AT_EVERY_WIDTH: Check[] = [faults, reflow, targets];
const ONCE: Check[] = [outline, names, liveRegions, faintMarks, figures];
/** Those that change the page come last. */
const AT_LAST: Check[] = [reflowSpaced, keyboard];

let browser: Browser;
let city: SmallPartnership;
let bare: Awaited<ReturnType<typeof bareDemo>>;
beforeAll(async () => {
  [browser, city, bare] = await Promise.all([launch(), smallPartnership(), bareDemo()]);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([city?.close(), bare?.close()]);
});

async function judge(page: Page, checks: Check[]): Promise<string[]> {
  const found: string[] = [];
  for (const check of checks) found.push(...(await check(page)));
  return found;
}

describe.each(ROUTES)('the page %s', (route) => {
  it.each(Object.entries(STATES))('has no fault %s', async (state, { prepare, ready }) => {
    const server = state === 'empty' ? bare.url : city.url;
    const all = await addresses(server, route);
    const found: string[] = [];
    for (const address of state === 'default' ? all : all.slice(-1)) {
      const { page, complaints } = await visit(browser, 'about:blank');
      await prepare(page);
      await page.goto(server + address + (state === 'filtered' ? FILTER : ''));
      await ready(page);
      const tell = (at: string, faults: string[]) => found.push(...faults.map((fault) => `${address} ${at}: ${fault}`));
      // What is folded away is judged too.
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      await ready(page);
      tell('', await judge(page, ONCE));
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await ready(page);
        tell(`at ${width}`, await judge(page, AT_EVERY_WIDTH));
      }
      tell('', await judge(page, AT_LAST));
      if (state !== 'empty' && !state.startsWith('when')) tell('', complaints);
      await page.context().close();
    }
    expect(found).toEqual([]);
  });
});
