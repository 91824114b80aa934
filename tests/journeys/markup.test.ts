// Text is text: markup that stands in any words of an answer is shown as it was written, and makes nothing.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { addresses, ROUTES, SEEN_BY } from '../accessibility/routes.ts';
import { describe, it, visit, opened } from './browser.ts';
import { smallPartnership } from './small-partnership.ts';

const here = opened(smallPartnership);

const PLANTED = '<img src="/planted.svg" onload="window.ran = true"><b class="planted">';
/** Words for people, not an id, a code or a date, by which pages find their way. */
const isWords = (text: string) => /[a-z] [a-z]/i.test(text);

/** The same answer with markup behind all of its words. */
function planted(value: unknown): unknown {
  if (typeof value === 'string') return isWords(value) ? `${value} ${PLANTED}` : value;
  if (Array.isArray(value)) return value.map(planted);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, planted(one)]));
  return value;
}

async function plantInto(page: Page): Promise<void> {
  await page.route('**/api/**', async (route) => {
    const answer = await route.fetch();
    const json = answer.headers()['content-type']?.includes('json');
    if (!json || answer.status() !== 200) return route.fulfill({ response: answer });
    return route.fulfill({ response: answer, json: planted(await answer.json()) });
  });
}

describe.each(ROUTES)('the page %s', (route) => {
  it('shows markup of an answer as text', { timeout: 60_000 }, async () => {
    const [address] = await addresses(here.server.url, route);
    const { page, complaints } = await visit(
      here.browser,
      'about:blank',
      1280,
      here.server.url,
      SEEN_BY[route] ?? 'analyst',
    );
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await plantInto(page);
    await page.goto(here.server.url + address);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    const shown = await page.evaluate(() => ({
      text: document.body.innerText.includes('<b class="planted">'),
      made: document.querySelectorAll('.planted, img[src="/planted.svg"]').length,
      ran: 'ran' in window,
    }));
    expect(shown).toEqual({ text: true, made: 0, ran: false });
    expect(asked).not.toContain('/planted.svg');
    expect(complaints.filter((said) => /Security|Trusted|exception/.test(said))).toEqual([]);
    await page.context().close();
  });
});
