// Views come and go on one page: what is shown must always be what the address says.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { describe, it, visit, opened } from './browser.ts';
import { smallPartnership } from './small-partnership.ts';

const here = opened(smallPartnership);

const settled = (page: Page) =>
  page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy="true"]') && document.querySelector('h1'));
const panels = (page: Page) => page.getByRole('heading', { name: 'By town' }).count();

describe.each(['/missing?kpi=missing-episodes', '/measures/missing-episodes'])('the page %s', (address) => {
  it('shows what the address says when a split that was seen before comes back and goes', async () => {
    const { page, complaints } = await visit(here.browser, here.server.url + address);
    await settled(page);
    const choose = async (label: string, option: string) => {
      await page.getByLabel(label).selectOption({ label: option });
      await settled(page);
    };
    const whole = await panels(page);
    for (const split of ['Town', 'No split', 'Town', 'No split']) {
      await choose('Split by', split);
      await choose('Period', 'Quarter');
      await choose('Period', 'Month');
    }
    expect(new URL(page.url()).searchParams.get('by')).toBeNull();
    expect(await panels(page)).toBe(whole);
    for (let i = 0; i < 4; i++) {
      await page.goBack();
      await settled(page);
    }
    expect(new URL(page.url()).searchParams.get('by')).toBe('town');
    expect(await panels(page)).toBeGreaterThan(whole);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
