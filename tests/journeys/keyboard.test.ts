// Each journey once more with the keys alone: no mouse is touched, and nothing is reached but by Tab.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { it, visit, opened } from './browser.ts';
import { smallPartnership } from './small-partnership.ts';

const FURTHEST = 400;

const here = opened(smallPartnership);

/** What is read of the control that has the focus: its label, name or text. */
const name = (page: Page) =>
  page.evaluate(() => {
    const control = document.activeElement as HTMLInputElement;
    const by = document.getElementById(control.getAttribute('aria-labelledby') ?? '');
    const told =
      control.getAttribute('aria-label') ?? by?.textContent ?? control.labels?.[0]?.querySelector('span')?.textContent;
    return (told ?? control.labels?.[0]?.textContent ?? control.textContent ?? '').trim();
  });

/** Presses Tab until the control of that name has the focus. */
async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  for (let i = 0; i < FURTHEST; i++) {
    await page.keyboard.press('Tab');
    const found = await name(page);
    if (typeof wanted === 'string' ? found.startsWith(wanted) : wanted.test(found)) return;
  }
  throw new Error(`Tab does not lead to "${wanted}".`);
}

async function press(page: Page, wanted: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

async function heading(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement!.tagName)).toBe('H1');
}

it('goes from a headline to its measure, filters it, opens its table and takes it along', async () => {
  const { page, complaints } = await visit(here.browser, here.server.url);
  await page.locator('.headlines .figure').first().waitFor();
  await press(page, 'Return interview within 72 hours');
  await heading(page);
  await page.locator('.plot').first().waitFor();
  const everything = await page.locator('.finding').first().innerText();

  await press(page, 'Filter');
  await press(page, 'Hanley', 'Space');
  await press(page, 'Apply filter');
  await expect.poll(() => page.locator('.finding').first().innerText()).not.toBe(everything);

  await press(page, 'Return interview within 72 hours', 'End');
  const reading = await page.locator('.chart-reading').first().innerText();
  expect(reading).toMatch(/^[A-Z][a-z]+ 20\d\d: /);
  await press(page, 'Show as a table');
  await tabTo(page, /^Table: /);
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('.as-table[open] tbody tr').count()).toBeGreaterThan(3);
  const download = page.waitForEvent('download');
  await press(page, 'Download CSV');
  expect((await download).suggestedFilename()).toMatch(/^missing-rhi-72h.*\.csv$/);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('enters a target and a meeting, and asks what changed since', async () => {
  const { page } = await visit(here.browser, here.server.url);
  await page.locator('.headlines .figure').first().waitFor();
  await press(page, /targets, meetings and notes$/i);
  await heading(page);
  await page.locator('form').waitFor();
  const enter = async (fields: [label: string | RegExp, typed: string][]) => {
    for (const [label, typed] of fields) {
      await tabTo(page, label);
      await page.keyboard.type(typed);
    }
    await press(page, 'Keep it');
  };
  const said = async (row: RegExp) => {
    await expect.poll(() => page.getByRole('status').innerText()).toMatch(row);
  };
  const by: [string, string][] = [
    ['Owner', 'Board'],
    ['Source', 'Minutes'],
    ['Entered by', 'Analyst'],
  ];
  await enter([['KPI', 'Missing episodes'], ['Value', '9'], ['Holds from', '1/4/2024'], ...by]);
  await said(/^Kept as row 1\b/);
  await tabTo(page, 'What it is');
  await page.keyboard.type('Meeting');
  await enter([['Day of the meeting', '1/4/2025'], ['Which meeting', 'The board in spring'], ...by]);
  await said(/^Kept as row 2\b/);

  await press(page, 'Overview');
  await heading(page);
  await page.locator('.headlines .figure').first().waitFor();
  await press(page, 'See what changed since then');
  await heading(page);
  await expect.poll(() => page.title()).toMatch(/^What changed - since 1 April 2025 - /);
  await page.context().close();
});

it('opens the board pack, chooses an earlier period and goes to a sheet', async () => {
  const { page } = await visit(here.browser, here.server.url);
  await press(page, 'Board pack');
  await heading(page);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  const before = await page.title();
  await press(page, /^(Period|Quarter)/, 'ArrowDown');
  await expect.poll(() => page.title()).not.toBe(before);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  await press(page, /^Definitions.* in this pack$/);
  await expect.poll(() => page.url()).toMatch(/#pack-definitions$/);
  expect(
    await page.locator('#pack-definitions').evaluate((sheet) => Math.abs(sheet.getBoundingClientRect().top) < 900),
  ).toBe(true);
  await page.context().close();
});
