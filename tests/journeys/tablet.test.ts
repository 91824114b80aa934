// An executive with a tablet, five minutes before a meeting: is missing getting worse, and where?
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { settled } from '../accessibility/states.ts';
import { it, visit, opened } from './browser.ts';
import { smallPartnership } from './small-partnership.ts';

const here = opened(smallPartnership);

const HEIGHT = 768;
const inSight = (all: Locator) =>
  all.evaluateAll(
    (found, height) => found.filter((one) => one.getBoundingClientRect().bottom <= height).length,
    HEIGHT,
  );

it('sees half of the headlines, and on the page of a KPI what it says, without scrolling', async () => {
  const { page, complaints } = await visit(here.browser, 'about:blank', 1024, here.server.url, 'executive');
  await page.setViewportSize({ width: 1024, height: HEIGHT });
  await page.goto(here.server.url);
  await settled(page);
  await page.getByText('Looking at parts').waitFor({ state: 'detached' });
  const rows = page.locator('.headlines tr:has(.figure)');
  expect(await inSight(rows)).toBeGreaterThanOrEqual(Math.floor((await rows.count()) / 2));
  await page.locator('.headlines').getByRole('link', { name: 'Missing episodes' }).click();
  await page.locator('.kpi .signal').waitFor();
  await settled(page);
  expect(await inSight(page.locator('.kpi .signal'))).toBe(1);
  const chart = await page.locator('.kpi .chart-picture').boundingBox();
  expect(chart!.y).toBeLessThan(HEIGHT - 70);
  expect(complaints).toEqual([]);
  await page.context().close();
});
