// Every page in every state, by the checks that a machine can do of WCAG 2.2 A and AA. What each is: docs/accessibility.md.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { describe, it, launch, visit } from '../journeys/browser.ts';
import { bareDemo, type SmallPartnership, smallPartnership } from '../journeys/small-partnership.ts';
import { axe } from './checks/axe.ts';
import { faint } from './checks/contrast.ts';
import { figures } from './checks/figures.ts';
import { forcedColours } from './checks/forced-colours.ts';
import { keyboard } from './checks/keyboard.ts';
import { liveRegions } from './checks/live-regions.ts';
import { names } from './checks/names.ts';
import { outline } from './checks/outline.ts';
import { print } from './checks/print.ts';
import { reflow, reflowSpaced, zoomed } from './checks/reflow.ts';
import { rowHeads } from './checks/row-heads.ts';
import { shapes } from './checks/shapes.ts';
import { targets } from './checks/targets.ts';
import { tips } from './checks/tips.ts';
import { words } from './checks/words.ts';
import { addresses, FILTER, ROUTES, SEEN_BY } from './routes.ts';
import { STATES } from './states.ts';

/** The pages of all priorities, each looked at by twenty checks, on a machine that does other things too. */
const PATIENT = { timeout: 360_000 };

type Check = (page: Page) => Promise<string[]>;
const WIDE: Check[] = [axe, reflow, targets, outline, names, liveRegions, faint, figures, shapes, words];
/** As wide as a tablet and a phone. */
const NARROWER: [number, Check[]][] = [
  [768, [axe, reflow, targets]],
  [320, [axe, reflow, targets, rowHeads]],
];
/** In other states than the default one, targets are those of the default state or fewer. */
const ELSEWHERE: [number, Check[]][] = [
  [768, [axe]],
  [320, [axe, reflow]],
];
/** Those that change the page come last. */
const AT_LAST: Check[] = [reflowSpaced, keyboard, zoomed, forcedColours, print, tips];

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

/** What is wrong with a page as it stands, and on narrower screens. */
async function judge(page: Page, narrower: [number, Check[]][]): Promise<string[]> {
  const found: string[] = [];
  const run = async (checks: Check[], at: string) => {
    for (const check of checks) found.push(...(await check(page)).map((fault) => `${at}: ${fault}`));
  };
  await run(WIDE, 'wide');
  for (const [width, checks] of narrower) {
    await page.setViewportSize({ width, height: 900 });
    await run(checks, `at ${width}`);
  }
  await run(AT_LAST, 'at the end');
  return found;
}

describe.concurrent.each(ROUTES)('the page %s', (route) => {
  it.each(Object.entries(STATES))('has no fault %s', PATIENT, async (state, { prepare, ready }) => {
    const server = state === 'empty' ? bare.url : city.url;
    const all = await addresses(server, route);
    const found: string[] = [];
    for (const address of state === 'default' ? all : all.slice(-1)) {
      const { page, complaints } = await visit(browser, 'about:blank', 1280, server, SEEN_BY[route]);
      await prepare(page);
      await page.goto(server + address + (state === 'filtered' ? FILTER : ''));
      await ready(page);
      // What is folded away is judged too.
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      await ready(page);
      const faults = await judge(page, state === 'default' ? NARROWER : ELSEWHERE);
      if (state !== 'empty' && !state.startsWith('when')) faults.push(...complaints);
      found.push(...faults.map((fault) => `${address} ${fault}`));
      await page.context().close();
    }
    expect(found).toEqual([]);
  });
});
