// The quality assurance group: everything that a page shows is in its address.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { it, visit, opened } from './browser.ts';
import { smallPartnership } from './small-partnership.ts';

const here = opened(smallPartnership);

/** A machine that runs everything at once is slow, not wrong. */
const SLOW = { timeout: 15_000 };
const finding = (page: Page) => page.locator('.finding').first().innerText();
const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const settled = (page: Page) =>
  page.waitForFunction(
    () => document.querySelector('.finding') && !document.querySelector('[aria-busy=true], .skeleton'),
  );
const figures = async (page: Page) => {
  await settled(page);
  return page.locator('main').innerText();
};

it('chooses months, and gives the same page to whoever opens its address or loads it again', async () => {
  const { page, complaints } = await visit(here.browser, `${here.server.url}/missing`);
  await settled(page);
  expect(await page.locator('.showing').innerText()).toContain(
    'Showing everything by month, June 2023 to May 2025, compared with the year before.',
  );
  await choice(page, 'Months').selectOption({ label: 'From one month to another' });
  await choice(page, 'To').selectOption({ label: 'March 2025' });
  await choice(page, 'From').selectOption({ label: 'January 2025' });
  await page.getByLabel('Split by').selectOption({ label: 'Town' });
  expect(new URL(page.url()).search).toBe('?by=town&from=2025-01&to=2025-03');
  await expect.poll(() => finding(page), SLOW).toMatch(/in March 2025: (up|down|no change).* March 2024\.$/);
  const shown = await figures(page);
  await page.reload();
  await expect.poll(() => figures(page), SLOW).toBe(shown);
  const { page: shared } = await visit(here.browser, page.url());
  await expect.poll(() => figures(shared), SLOW).toBe(shown);

  await page.goBack();
  expect(await page.getByLabel('Split by').inputValue()).toBe('');
  await page.goBack();
  await expect.poll(() => choice(page, 'From').inputValue(), SLOW).toBe('2023-06');
  expect(complaints).toEqual([]);
  await Promise.all([page.context().close(), shared.context().close()]);
});

it('keeps a filter from page to page where it means the same, and says what it drops', async () => {
  const { page } = await visit(
    here.browser,
    `${here.server.url}/missing?where.town=Hanley&where.missing_from=Home&last=12&by=shoe`,
  );
  await settled(page);
  expect(await page.locator('.controls').innerText()).toContain('which was left out: by=shoe.');
  await page.getByRole('link', { name: 'Police notifications' }).click();
  await settled(page);
  expect(new URL(page.url()).search).toBe('?where.town=Hanley&where.missing_from=Home&last=12');
  expect(await page.locator('.controls').innerText()).toContain(
    'Showing only Town: Hanley, by month, July 2024 to June',
  );
  expect(await page.locator('.controls').innerText()).toContain('which was left out: where.missing_from=Home.');
  await page.getByRole('button', { name: 'Clear' }).click();
  expect(new URL(page.url()).search).toBe('');
  await page.context().close();
});

it('shows a pinned snapshot until the latest is asked for, whatever is built meanwhile', async () => {
  const { page } = await visit(here.browser, `${here.server.url}/missing?kpi=missing-episodes`);
  await settled(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${here.server.url}/missing?kpi=missing-episodes&as_at=1`);
  const before = await finding(page);
  expect(before).toContain('in May 2025');

  here.server.drop('police-missing', here.server.heldBack);
  await page.locator('.offer').waitFor();
  // What is unfolded now is of the snapshot that the page shows.
  const asked = page.waitForRequest((request) => request.url().includes('/api/kpis/missing-episodes?'));
  await page.getByText('How it is counted').click();
  expect((await asked).url()).toContain('as_at=1');
  await page.getByRole('button', { name: 'Show them' }).click();
  await expect.poll(() => finding(page), SLOW).toContain('in June 2025');

  const { page: shared, complaints } = await visit(here.browser, link);
  await settled(shared);
  expect(await finding(shared)).toBe(before);
  expect(await shared.locator('.freshness-line').innerText()).toContain('Snapshot 1, pinned, built');
  await shared.getByRole('link', { name: 'Police notifications' }).click();
  await settled(shared);
  expect(await shared.locator('.freshness-line').innerText()).toContain('Snapshot 1, pinned');
  await shared.goBack();
  await shared.getByRole('link', { name: 'Show the latest' }).click();
  await expect.poll(() => finding(shared), SLOW).toContain('in June 2025');
  expect(await shared.locator('.freshness-line').innerText()).toMatch(/Snapshot 2, built/);
  expect(complaints).toEqual([]);

  await shared.goto(`${here.server.url}/missing?as_at=9`);
  await shared.getByText('The address asked for snapshot 9, which is not here: this is the latest.').waitFor();
  await Promise.all([page.context().close(), shared.context().close()]);
});

it('chooses a value by a chart of it, by mouse and by keyboard, and comes back step by step', async () => {
  const { page, complaints } = await visit(here.browser, `${here.server.url}/missing?kpi=missing-episodes`);
  await settled(page);
  await page.getByLabel('Split by').selectOption({ label: 'Town' });
  await page.locator('.panels .plot').first().waitFor();
  const panels = page.locator('.panels li');
  expect(await panels.first().innerText()).toMatch(/episodes? in (May|June) 2025: (up|down|no change)/);
  const [first, second] = [
    await panels.nth(0).locator('h4').innerText(),
    await panels.nth(1).locator('h4').innerText(),
  ];
  await panels.nth(0).locator('.chart-picture').click();
  await expect.poll(() => page.locator('.showing').innerText(), SLOW).toContain(first);
  await panels.nth(1).locator('.chart-picture').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.showing').innerText(), SLOW).toContain(second);
  // Its own charts keep the others beside those that were chosen.
  expect(await panels.count()).toBeGreaterThan(2);

  // From answers that are here already, quickly: what goes is read once more.
  for (const step of [1, 2, 3]) {
    await page.goBack();
    await settled(page);
    expect([step, new URL(page.url()).search.includes('by=town')]).toEqual([step, step < 3]);
  }
  await page.getByLabel('Split by').selectOption({ label: 'Town' });
  await page.getByLabel('Period').selectOption({ label: 'Quarter' });
  await settled(page);
  await page.getByLabel('Period').selectOption({ label: 'Month' });
  await page.getByLabel('Split by').selectOption({ label: 'No split' });
  await settled(page);
  expect(await page.getByRole('heading', { name: 'By town' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});
