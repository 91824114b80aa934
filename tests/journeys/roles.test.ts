// Every role walks through all pages that links lead it to: none is a page that is not for it, and none asks what is not answered to it.
import type { Page } from 'playwright-core';
import { describe as suite, expect } from 'vitest';
import { settled } from '../accessibility/states.ts';
import { ROLES, type Role } from '../../functions/api/session/actor.ts';
import { it, visit, opened } from './browser.ts';
import { smallPartnership } from './small-partnership.ts';

const here = opened(smallPartnership);

/** One receipt and one KPI stand for all others: they differ in figures, not in where they lead. */
const kindOf = (path: string) => path.replace(/^\/(api\/.*?|receipts|measures)\/[^/]+/, '/$1/:id');

/** The addresses of ours that a page leads to, also from what is folded. */
const linksOn = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])')]
      .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith('/api/session/'))
      .map(({ pathname, search }) => pathname + search),
  );

/** Follows every kind of link, from where the role's work begins. @returns the kinds of page that were seen, and what went wrong */
async function walk(role: Role) {
  const { page, complaints } = await visit(here.browser, 'about:blank', 1280, here.server.url, role);
  const { home } = (await (await page.request.get(`${here.server.url}/api/me`)).json()) as { home: string };
  const [seen, wrong] = [new Set<string>(), [] as string[]];
  // The service's own address, typed or kept as a bookmark, leads home.
  const queue = ['/', home];
  for (let to = queue.shift(); to; to = queue.shift()) {
    const kind = kindOf(to.split('?')[0]!);
    if (seen.has(kind)) continue;
    if (to !== '/' || home === '/') seen.add(kind);
    if (kind.startsWith('/api/')) {
      const status = (await page.request.get(here.server.url + to)).status();
      if (status !== 200) wrong.push(`${to}: ${status}`);
      continue;
    }
    await page.goto(here.server.url + to);
    await settled(page);
    const heading = await page.locator('h1').innerText();
    if (/not for your role|not found/.test(heading)) wrong.push(`${to}: ${heading}`);
    wrong.push(...complaints.splice(0).map((complaint) => `${to}: ${complaint}`));
    queue.push(...(await linksOn(page)));
  }
  await page.context().close();
  return { home, seen, wrong };
}

const FIGURES = ['/', '/missing', '/measures', '/measures/:id', '/changes', '/board', '/quality', '/decisions'];
const ALL = ['/glossary', '/accessibility'];
const RECEIPTS = ['/receipts', '/receipts/:id'];
/** Where each role's work begins, and what it must find from there. */
const FINDS: Record<Role, string[]> = {
  executive: [...FIGURES, ...ALL],
  'quality-assurance': [...FIGURES, ...ALL],
  analyst: [...FIGURES, ...RECEIPTS, ...ALL],
  supplier: [...RECEIPTS, ...ALL],
  'link-reviewer': ALL,
  'data-protection': ['/audit', ...RECEIPTS, ...ALL],
  operator: ALL,
};

suite.each(ROLES)('%s', (role) => {
  it('is led to all pages that are for them, and to no other', { timeout: 240_000 }, async () => {
    const { home, seen, wrong } = await walk(role);
    expect(wrong).toEqual([]);
    expect(FINDS[role]).toContain(home);
    expect([...seen]).toEqual(expect.arrayContaining(FINDS[role]));
  });
});
