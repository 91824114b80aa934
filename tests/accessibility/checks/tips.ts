import type { Page } from 'playwright-core';

/** What is told only to those who hover or drag, and what opens by a click and not by a key, or does not close on Escape. */
export async function tips(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    return [
      ...[...document.querySelectorAll('body [title], svg title')].map(
        (one) => `${name(one)} tells something to those who hover`,
      ),
      ...[...document.querySelectorAll('[draggable="true"]')].map((one) => `${name(one)} is to be dragged`),
    ];
  });
  const openers = page.locator('[popovertarget]:visible');
  for (const opener of (await openers.all()).slice(0, MOST)) found.push(...(await opens(page, opener)));
  return found;
}

/** All are made by one part; a few tell what it does. */
const MOST = 2;

async function opens(page: Page, opener: ReturnType<Page['locator']>): Promise<string[]> {
  const name = await opener.getAttribute('aria-label');
  const open = () =>
    opener.evaluate((button) =>
      document.getElementById(button.getAttribute('popovertarget')!)!.matches(':popover-open'),
    );
  await opener.focus();
  await page.keyboard.press('Enter');
  const byKey = await open();
  await page.mouse.move(0, 0);
  const stays = await open();
  await page.keyboard.press('Escape');
  const closed = !(await open());
  const back = await opener.evaluate((button) => document.activeElement === button);
  await opener.click();
  const byClick = await open();
  await page.keyboard.press('Escape');
  return [
    byKey ? '' : `"${name}" does not open by a key`,
    stays === byKey ? '' : `"${name}" closes when the pointer goes elsewhere`,
    closed ? '' : `"${name}" stays open after Escape`,
    back ? '' : `"${name}" does not get the focus back`,
    byClick ? '' : `"${name}" does not open by a click`,
  ].filter(Boolean);
}
