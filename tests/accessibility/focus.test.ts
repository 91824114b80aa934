// Where the focus goes, and what is said, when something on a page changes.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { describe, it, visit, opened } from '../journeys/browser.ts';
import { smallPartnership } from '../journeys/small-partnership.ts';
import { axe } from './checks/axe.ts';
import { addresses, ROUTES } from './routes.ts';
import { settled } from './states.ts';

const here = opened(smallPartnership);

const open = async (address: string) => {
  const { page } = await visit(here.browser, here.server.url + address);
  await settled(page);
  return page;
};
/** What has the focus: "H1", "A Overview"; "BODY" where it was lost. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { tagName, textContent } = document.activeElement!;
    return /^(BODY|H1|H2|MAIN|SELECT|INPUT)$/.test(tagName)
      ? tagName
      : `${tagName} ${textContent!.trim().slice(0, 40)}`;
  });
/** Goes to another page of the app as a link does, without loading it anew. */
const follow = (page: Page, address: string) =>
  page.evaluate((href) => {
    const link = document.body.appendChild(Object.assign(document.createElement('a'), { href }));
    link.click();
    link.remove();
  }, address);
/** Remembers all that live regions say from now on. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    for (const region of document.querySelectorAll('[aria-live], [role="status"]'))
      new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });
const heard = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);

it('goes to the heading of each page, whose title is its own and whose ways out are those of every page', async () => {
  const page = await open('/');
  const ways = () => page.locator('.masthead nav a, .footer nav a').allInnerTexts();
  const [first, titles] = [await ways(), new Set([await page.title()])];
  const all = (await Promise.all(ROUTES.map((route) => addresses(here.server.url, route)))).flat().slice(1);
  for (const address of all) {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await follow(page, address);
    await expect.poll(() => focused(page), { message: address }).toBe('H1');
    await settled(page);
    expect(await ways()).toEqual(first);
    titles.add(await page.title());
  }
  expect(titles.size).toBe(all.length + 1);
  await page.goBack();
  await expect.poll(() => focused(page)).toBe('H1');
  await page.context().close();
});

it('stays on what was chosen, and one thing is said of it', async () => {
  const page = await open('/missing?kpi=missing-episodes');
  await listen(page);
  await page.getByRole('combobox', { name: 'Period', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => heard(page)).toHaveLength(1);
  expect((await heard(page))[0]).toMatch(/quarter/);
  await settled(page);
  expect(await focused(page)).toBe('SELECT');

  await page.getByText('Filter', { exact: true }).press('Enter');
  await page.getByLabel('Hanley').press('Space');
  await page.getByRole('button', { name: 'Apply filter' }).press('Enter');
  await expect.poll(() => heard(page)).toHaveLength(2);
  expect((await heard(page))[1]).toMatch(/Hanley/);
  await settled(page);
  expect(await heard(page)).toHaveLength(2);
  expect(await focused(page)).toBe('BUTTON Apply filter');
  await page.context().close();
});

it('stays in the search, which says how many were found', async () => {
  const page = await open('/measures');
  await listen(page);
  await page.getByLabel('Find a KPI').focus();
  await page.keyboard.type('plan');
  await expect.poll(async () => (await heard(page)).at(-1)).toMatch(/^\d KPIs?: /);
  expect(await focused(page)).toBe('INPUT');
  await page.context().close();
});

it('goes to the main part when figures come after all and the button that asked for them goes', async () => {
  const { page } = await visit(here.browser, 'about:blank', 1280, here.server.url);
  await page.route(/\/api\/kpis/, (route) => route.fulfill({ status: 500, json: { detail: 'No.' } }));
  await page.goto(here.server.url);
  const again = page.getByRole('button', { name: 'Try again' }).first();
  await again.waitFor();
  await page.unroute(/\/api\/kpis/);
  await again.press('Enter');
  await page.locator('.headlines').waitFor();
  expect(await focused(page)).toBe('MAIN');
  await page.context().close();
});

describe('the form of decisions', () => {
  const keep = (page: Page) => page.getByRole('button', { name: 'Keep it' }).press('Enter');

  it('tells every fault in a summary that has the focus and leads to each field, which tells it too, for each kind', async () => {
    const page = await open('/decisions');
    const kinds = page.getByLabel('What it is');
    for (const kind of await kinds.locator('option').allInnerTexts()) {
      await kinds.selectOption({ label: kind });
      await keep(page);
      await expect.poll(() => focused(page)).toMatch(/^DIV Nothing was kept/);
      const links = page.locator('.problem a');
      expect(await links.count()).toBe(await page.locator('form [aria-required="true"]').count());
      for (const link of await links.all()) {
        const message = await link.innerText();
        await link.press('Enter');
        const told = await page.evaluate(() => {
          const field = document.activeElement!;
          const by = document.getElementById(field.getAttribute('aria-describedby') ?? '');
          return { invalid: field.getAttribute('aria-invalid'), by: by?.textContent?.trim() };
        });
        expect(told).toEqual({ invalid: 'true', by: message });
      }
      expect(await axe(page)).toEqual([]);
    }
    await page.context().close();
  });

  it('keeps what was typed when the server refuses it, and the focus when it is kept', async () => {
    const page = await open('/decisions');
    await page.getByLabel('What it is').selectOption({ label: 'Meeting' });
    const typed = {
      'Day of the meeting': '1/4/2025',
      'Which meeting': 'Board',
      Source: 'Minutes',
      'Entered by': 'Analyst',
    };
    for (const [label, text] of Object.entries(typed)) await page.getByLabel(label).fill(text);
    await page.getByLabel('Owner').fill('Born 12 March 2011');
    await keep(page);
    await expect.poll(() => focused(page)).toMatch(/^DIV Nothing was kept/);
    for (const [label, text] of Object.entries(typed)) expect(await page.getByLabel(label).inputValue()).toBe(text);

    await page.getByLabel('Owner').fill('Board');
    await listen(page);
    await keep(page);
    await expect.poll(() => heard(page)).toEqual([expect.stringMatching(/^Kept as row \d+\.$/)]);
    await settled(page);
    await expect.poll(() => focused(page)).not.toBe('BODY');

    await page.getByRole('button', { name: 'Correct' }).first().press('Enter');
    await page.getByRole('button', { name: 'Leave it as it is' }).press('Enter');
    await expect.poll(() => focused(page)).not.toBe('BODY');
    await page.context().close();
  });
});
