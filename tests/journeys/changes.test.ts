// Before a meeting: what changed since the last one, and the overview as it was in another month.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { describe, it, visit, opened } from './browser.ts';
import { smallPartnership } from './small-partnership.ts';

const here = opened(smallPartnership);

/** Several browsers may share the machine. */
const PATIENCE = { timeout: 20_000 };
const main = (page: Page) => page.locator('main').innerText();
const figures = (page: Page) => page.locator('.headlines .figure').first().waitFor();

describe('the overview as at a month', () => {
  it('shows figures, signals and the address of that month, and goes back to the latest', async () => {
    const { page, complaints } = await visit(here.browser, here.server.url);
    await figures(page);
    const month = page.getByRole('combobox', { name: 'Month' });
    expect(await month.locator('option').first().innerText()).toBe('June 2025');
    await month.selectOption({ label: 'January 2025' });
    await expect.poll(() => page.locator('.headlines').innerText(), PATIENCE).toContain('January 2025');
    expect(new URL(page.url()).search).toBe('?to=2025-01');
    expect(await page.locator('.as-at').innerText()).toBe('As known today; signals rest on months up to January 2025.');
    expect(await page.locator('.headlines').innerText()).not.toMatch(/(February|March|April|May|June) 2025/);
    expect(await page.title()).toBe('Overview - January 2025 - Safeguarding dashboard');
    await page.reload();
    await figures(page);
    expect(await month.inputValue()).toBe('2025-01');
    expect(await page.locator('.headlines th a').nth(1).getAttribute('href')).toMatch(/&to=2025-01$/);

    await page.goBack();
    await expect.poll(() => page.locator('.headlines').innerText(), PATIENCE).toContain('May 2025');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('marks the rows of the month before while those of the chosen one are on their way, and moves nothing', async () => {
    const { page } = await visit(here.browser, here.server.url);
    await figures(page);
    await page.getByText('Looking at parts').waitFor({ state: 'detached' });
    const rows = page.locator('.figures-of-month');
    const seen = () =>
      rows.evaluate((all) => {
        const table = all.querySelector('.headlines')!.getBoundingClientRect();
        return {
          busy: all.ariaBusy,
          faint: getComputedStyle(all).opacity !== '1',
          left: table.left,
          width: table.width,
        };
      });
    const before = await seen();
    expect(before).toMatchObject({ busy: 'false', faint: false });
    let answer = () => {};
    const held = new Promise<void>((go) => (answer = go));
    await page.route('**/api/kpis?to=2025-01*', (route) => held.then(() => route.continue()));
    await page.getByRole('combobox', { name: 'Month' }).selectOption({ label: 'January 2025' });
    await expect.poll(async () => (await seen()).busy, PATIENCE).toBe('true');
    expect(await seen()).toEqual({ ...before, busy: 'true', faint: true });
    expect(await page.locator('.headlines').innerText()).toContain('May 2025');
    answer();
    await expect.poll(() => page.locator('.headlines').innerText(), PATIENCE).toContain('January 2025');
    expect(await seen()).toMatchObject({ busy: 'false', faint: false });
    await page.context().close();
  });

  it('is said of the same month on the page of a priority', async () => {
    const { page } = await visit(here.browser, `${here.server.url}/?to=2025-01`);
    await figures(page);
    const row = page.locator('.headlines tr', { hasText: 'Missing episodes' });
    const said = (await row.locator('.signal-mark').innerText()).trim();
    await row.getByRole('link').click();
    await page.locator('.kpi', { hasText: 'As known today; signals rest on months up to January 2025.' }).waitFor();
    expect(await page.locator('.kpi .signal').innerText()).toContain(said);
    await page.context().close();
  });

  it('names a month that is not there, and shows the latest', async () => {
    for (const asked of ['1999-01', 'May']) {
      const { page, complaints } = await visit(here.browser, `${here.server.url}/?to=${asked}`);
      await figures(page);
      await expect.poll(() => main(page), PATIENCE).toContain(`which was left out: to=${asked}.`);
      await expect.poll(() => page.locator('.headlines').innerText(), PATIENCE).toContain('May 2025');
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it('keeps to the page on a portrait tablet', async () => {
    const { page } = await visit(here.browser, here.server.url, 820);
    await figures(page);
    const right = (css: string) =>
      page.locator(css).evaluate((element) => Math.round(element.getBoundingClientRect().right));
    expect(await right('.headlines')).toBeLessThanOrEqual(await right('.know'));
    await page.context().close();
  });
});

describe('every page', () => {
  it('has one line of links at 1280 px, its marking, and how far the data reach', async () => {
    const { page } = await visit(here.browser, here.server.url);
    await figures(page);
    const order = () => page.locator(':is(.nav, .footer nav) a').allInnerTexts();
    const links = await order();
    expect(links).toEqual(expect.arrayContaining(['What changed', 'Targets, meetings and notes', 'Receipts']));
    for (const path of ['/measures', '/changes', '/glossary']) {
      await page.goto(`${here.server.url}${path}`);
      await page.locator('.foot-data dl').waitFor();
      expect(await page.locator('.foot-data').innerText()).toMatch(/Data up to[^]*Staffordshire Police[^]*Snapshot 1/);
      expect(await page.locator('.masthead').innerText()).toContain('OFFICIAL-SENSITIVE');
      expect(await order()).toEqual(links);
      const tops = await page.locator('.nav a').evaluateAll((all) => all.map((a) => a.getBoundingClientRect().top));
      expect(new Set(tops).size).toBe(1);
    }
    await page.context().close();
  });
});

describe('a page that holds small numbers', () => {
  it('says so at its top, and marks them with a key', async () => {
    const { page } = await visit(here.browser, `${here.server.url}/mace?by=town`);
    const marking = page.locator('.marking');
    await expect
      .poll(() => marking.innerText(), PATIENCE)
      .toBe('OFFICIAL-SENSITIVE: holds small numbers about few children');
    await page.getByText('small number', { exact: true }).first().waitFor({ state: 'attached' });
    expect(await main(page)).toContain('Small number: do not pass it on, since it may tell who is meant.');
    await page.getByRole('link', { name: 'Glossary' }).click();
    await expect.poll(() => marking.innerText(), PATIENCE).toBe('OFFICIAL-SENSITIVE');
    await page.context().close();
  });
});

describe('what changed', () => {
  it('says of one snapshot that there is one only', async () => {
    const { page, complaints } = await visit(here.browser, `${here.server.url}/changes?since=soon`);
    await expect.poll(() => main(page), PATIENCE).toContain('There is one snapshot only');
    expect(await main(page)).toContain('which was left out: since=soon.');
    expect(await page.locator('.changes').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows what a file that came later has changed, and judges by the day that is chosen', async () => {
    const { page, complaints } = await visit(here.browser, `${here.server.url}/changes`);
    await expect.poll(() => main(page), PATIENCE).toContain('There is one snapshot only');
    here.server.drop('police-missing', here.server.heldBack);
    await page.getByRole('button', { name: 'Show them' }).click({ timeout: 60_000 });
    await expect
      .poll(() => main(page), PATIENCE)
      .toContain('No meeting has been entered. Compared with the oldest snapshot kept');
    expect(await page.locator('.changes h2').allInnerTexts()).toEqual([
      'Signals that changed',
      'Where it changed',
      'Moved, and cannot be judged',
      'Figures that were revised',
      'Definitions that changed',
      'Data faults opened or closed',
    ]);
    expect(await main(page)).toContain('None: every KPI has the query and the description that it had then.');

    await page.goto(`${here.server.url}/changes?since=2020-01-01`);
    await expect.poll(() => main(page), PATIENCE).toContain('No snapshot is as old as 1 January 2020.');
    const since = page.getByRole('combobox', { name: 'Since' });
    expect(await since.locator('option:checked').innerText()).toBe('1 January 2020, no meeting');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
