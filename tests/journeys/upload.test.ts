// A supplier sends a file and takes it back; a quality assurance officer lists the police's own references of a figure's children.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe } from '../accessibility/checks/axe.ts';
import { describe, it, visit, opened } from './browser.ts';
import { smallPartnership } from './small-partnership.ts';

const here = opened(smallPartnership);

const open = (path: string, role: 'supplier' | 'quality-assurance' | 'analyst') =>
  // The police may not make anybody an analyst.
  visit(here.browser, here.server.url + path, 1280, here.server.url, role, role === 'analyst' ? 'council' : 'police');
const LONG = { timeout: 90_000 };

/** Chooses a file and sends it as an extract. */
async function send(page: Page, path: string, extract = 'police-missing') {
  const form = page.locator('.send-file');
  await form.getByLabel('Extract').selectOption(extract);
  await form.getByLabel('File, at most').setInputFiles(path);
  await form.getByRole('button', { name: 'Send' }).click();
}

describe('a supplier of the police', () => {
  it('sends a file, sees it received, checked and in the figures, and opens its receipt', async () => {
    const { page, complaints } = await open('/receipts', 'supplier');
    await page.locator('.send-file').waitFor();
    const offered = await page
      .locator('.send-file select option')
      .evaluateAll((all) => all.map((o) => (o as any).value));
    expect(offered.sort()).toEqual(['police-missing', 'police-ppn']);
    await send(page, here.server.heldBack);
    await page.locator('.send-step', { hasText: 'The file is in the figures: snapshot 2.' }).waitFor(LONG);
    await page.getByRole('link', { name: 'See its receipt' }).click();
    await page.getByRole('heading', { level: 1, name: 'Receipt: missing_2025_06.csv' }).waitFor();
    await page.getByText('In the figures', { exact: false }).first().waitFor();
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('is told that the same file had come, and why another is not taken', async () => {
    const { page } = await open('/receipts', 'supplier');
    await send(page, here.server.heldBack);
    await page.locator('.send-step', { hasText: 'had come before' }).waitFor(LONG);
    expect(await axe(page)).toEqual([]);
    await page.locator('.send-file').getByLabel('Period').fill('last week');
    await page.locator('.send-file').getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').filter({ hasText: 'Nothing was taken in. "period"' }).waitFor();
    await page.context().close();
  });
});

it('a supplier who sends the wrong file is told at once that it was refused, and by its receipt why', async () => {
  const { page, complaints } = await open('/receipts', 'supplier');
  const wrong = join(here.server.scratch, 'missing_2025_07.csv');
  writeFileSync(wrong, 'Not,The,Columns\r\n1,2,3\r\n');
  await send(page, wrong);
  const step = page.locator('.send-step');
  await step.filter({ hasText: 'The file was refused: nothing in it is in the figures.' }).waitFor(LONG);
  expect(await axe(page)).toEqual([]);
  await step.getByRole('link', { name: 'See its receipt' }).click();
  await page.getByRole('heading', { level: 1, name: 'Receipt: missing_2025_07.csv' }).waitFor();
  expect(await page.locator('.lead').innerText()).toMatch(/^Refused. Not in the figures./);
  await page.getByRole('link', { name: 'All receipts' }).click();
  await page.locator('.send-file').getByLabel('Period').fill('last week');
  await send(page, here.server.heldBack);
  await page.getByRole('alert').filter({ hasText: 'Nothing was taken in.' }).waitFor();
  expect((await page.locator('.send-step').innerText()).trim()).toBe('');
  // The browser's console tells the refusal too.
  expect(complaints.filter((complaint) => !/\b4(00|22)\b/.test(complaint))).toEqual([]);
  await page.context().close();
});

it('a quality assurance officer lists own references with a purpose; the address holds nothing of it', async () => {
  const { page, complaints } = await open('/measures/missing-children', 'quality-assurance');
  await page.getByText('List our own references').click();
  const form = page.locator('.own-references');
  await form.getByLabel('Period').selectOption('2025-06');
  await form.getByLabel('Purpose').selectOption('audit of practice');
  await form.getByLabel('Reference of your case').fill('qa/2025/7');
  await form.getByRole('button', { name: 'List them' }).click();
  await form.getByText('references of ours').waitFor();
  expect(await axe(page)).toEqual([]);
  const references = await form.locator('.references li').allInnerTexts();
  expect(references.length).toBeGreaterThan(0);
  for (const reference of references) expect(reference).toMatch(/^[A-Z0-9/-]+$/);
  expect(page.url()).toBe(`${here.server.url}/measures/missing-children`);
  await page.reload();
  await page.getByText('List our own references').waitFor();
  expect(await page.locator('.references').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('an analyst is offered neither', async () => {
  const { page } = await open('/receipts', 'analyst');
  await page.locator('.receipts').waitFor();
  expect(await page.locator('.send-file').count()).toBe(0);
  await page.goto(`${here.server.url}/measures/missing-children`);
  await page.getByRole('heading', { name: 'Data quality for this KPI' }).waitFor();
  expect(await page.locator('.own-references').count()).toBe(0);
  await page.context().close();
});

it('the supplier withdraws the file: its receipt says so, and it leaves the figures', async () => {
  const { page, complaints } = await open('/receipts', 'supplier');
  await page.getByRole('link', { name: 'missing_2025_06.csv' }).click();
  await page.getByText('Withdraw this file').click();
  await page.getByLabel('Why').selectOption('wrong period');
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await page.getByText('Withdrawn by its agency on').waitFor();
  await page.getByText('It is of another period.').waitFor();
  await page.getByRole('button', { name: /Show/ }).click(LONG);
  await page.locator('.lead', { hasText: /Accepted.*Withdrawn\. Received/ }).waitFor(LONG);
  expect(complaints).toEqual([]);
  await page.context().close();
});
