// Journeys: a real browser against the real server, as a person would use it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../functions/chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const launch = launchChromium;

export interface Visit {
  page: Page;
  /** Errors in the console, uncaught exceptions, failed requests and breaches of the content security policy, as they come. */
  complaints: string[];
}

/** Opens a page that remembers all that went wrong on it. */
export async function visit(browser: Browser, url: string, width = 1280): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
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

interface AxeResult {
  violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

/** What axe finds against WCAG 2.2 A and AA and its best practice, one line a fault. */
export async function faults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const run = (runOnly: string[]) =>
    (globalThis as unknown as { axe: { run(o: object): Promise<AxeResult> } }).axe.run({ runOnly });
  const { violations } = await page.evaluate(run, tags);
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${impact} ${id} at ${node.target.join(' ')}: ${node.failureSummary}`),
  );
}
