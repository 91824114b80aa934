// Journeys: a real browser against the real server, as a person would use it.
import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import * as vitest from 'vitest';
import { INSTALLED, launchChromium } from '../../functions/chromium.ts';
import type { Role } from '../../functions/api/session/actor.ts';
import { signInBrowser } from '../signed-in.ts';

export const launch = launchChromium;

/** Whether there is a browser. One that is installed and does not start is a failure; only the one that npm brings may lack what it needs. */
const there = existsSync(INSTALLED) || (await starts());

/** A suite and a test that are skipped, with a line that says why, where there is no browser. */
export const describe = vitest.describe.skipIf(!there);
export const it = vitest.it.skipIf(!there);
if (!there) it('(skipped: no browser starts here; "apt-get install chromium" gives one)');

async function starts(): Promise<boolean> {
  try {
    await (await launch()).close();
    return true;
  } catch {
    return false;
  }
}

interface Opened<S> {
  browser: Browser;
  server: S;
}

/** A browser and a server for the tests of a file: there before the first, closed after the last. */
export function opened<S extends { close(): Promise<void> }>(serve: () => Promise<S>): Opened<S> {
  const here = {} as Opened<S>;
  vitest.beforeAll(async () => {
    [here.browser, here.server] = await Promise.all([launch(), serve()]);
  });
  vitest.afterAll(async () => {
    await here.browser?.close();
    await here.server?.close();
  });
  return here;
}

export interface Visit {
  page: Page;
  /** Errors in the console, uncaught exceptions, failed requests and breaches of the content security policy, as they come. */
  complaints: string[];
}

/**
 * Opens a page that remembers all that went wrong on it, as an analyst who has signed in unless told.
 * @param at the server, where the page is none of its own yet
 */
export async function visit(
  browser: Browser,
  url: string,
  width = 1280,
  at = url,
  role?: Role,
  agency?: string,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  if (at !== 'about:blank') await signInBrowser(context, at, role, agency);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on(
    'response',
    (response) => response.status() >= 400 && complaints.push(`${response.status()}: ${response.url()}`),
  );
  await page.goto(url);
  return { page, complaints };
}
