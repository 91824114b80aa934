// Signing in and out as people do, by the demo's provider.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe } from '../accessibility/checks/axe.ts';
import { it, visit, opened } from './browser.ts';
import { bareDemo } from './small-partnership.ts';

const here = opened(bareDemo);

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
/** Opens a page as somebody who has not signed in. */
async function arrive(address: string): Promise<Page> {
  const context = await here.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(here.server.url + address);
  return page;
}
async function signIn(page: Page, role: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).click();
  await heading(page, 'Choose who to be');
  await page.getByRole('button', { name: role }).click();
}

it('leads whoever has not signed in to sign in, and back to the page that they wanted, and out again', async () => {
  const page = await arrive('/quality?as_at=1');
  await heading(page, 'Sign in');
  expect(await page.locator('main').innerText()).not.toContain('Never received');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await heading(page, 'Choose who to be');
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Quality assurance' }).click();
  await heading(page, 'Data quality');
  expect(page.url()).toBe(`${here.server.url}/quality?as_at=1`);
  expect(await page.locator('.who').innerText()).toContain('Quality assurance, Stoke-on-Trent City Council');

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByText('You are signed out.').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goBack();
  await heading(page, 'Sign in');
  expect(await page.locator('main').innerText()).not.toContain('Never received');
  await page.context().close();
});

it('begins with a page that is for the role, and says so of the others', async () => {
  const page = await arrive('/');
  await heading(page, 'Sign in');
  await signIn(page, 'Supplier of files');
  await heading(page, 'Receipts');
  await page.goto(`${here.server.url}/quality`);
  await heading(page, 'This page is not for your role');
  expect(await axe(page)).toEqual([]);
  expect(await page.locator('.masthead nav a').count()).toBe(0);
  await page.locator('main').getByRole('link', { name: 'Receipts' }).click();
  await heading(page, 'Receipts');
  await page.context().close();
});

it('warns before a session ends, by a dialogue that keys alone can answer', async () => {
  const { page, complaints } = await visit(here.browser, 'about:blank', 1280, here.server.url);
  let seconds = 100;
  await page.route('**/api/me', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), seconds: { idle: seconds, longest: 9999 } } });
  });
  await page.goto(`${here.server.url}/glossary`);
  const dialog = page.getByRole('dialog', { name: /^You will be signed out at \d\d:\d\d$/ });
  await dialog.waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Stay signed in');
  const extended = page.waitForResponse(/session\/extend$/);
  seconds = 900;
  await page.keyboard.press('Enter');
  expect((await extended).status()).toBe(200);
  await dialog.waitFor({ state: 'hidden' });
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('takes figures off the page when the session has ended elsewhere', async () => {
  const page = await arrive('/quality');
  await heading(page, 'Sign in');
  await signIn(page, 'Analyst');
  await heading(page, 'Data quality');
  const other = await page.context().newPage();
  await other.goto(`${here.server.url}/glossary`);
  await other.getByRole('button', { name: 'Sign out everywhere' }).click();
  await other.getByText('You are signed out.').waitFor();
  await page.bringToFront();
  await heading(page, 'Sign in');
  expect(await page.locator('main').innerText()).not.toContain('Never received');
  await page.context().close();
});
