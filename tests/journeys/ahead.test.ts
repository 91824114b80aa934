import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Partnership } from '../../etl/partnership.ts';
import { buildDashboard, DASHBOARD } from '../../functions/local/dashboard.ts';
import { type Listening, listen } from '../../functions/local/listen.ts';
import { servePages } from '../../functions/local/pages.ts';
import { ownSession } from '../../functions/local/identity/own-session.ts';
import { useSession } from '../signed-in.ts';
import { clinicApi } from '../functions/api/clinic-api.ts';
import { it, launch, visit } from './browser.ts';

let browser: Browser;
let p: Partnership;
let server: Listening;
beforeAll(async () => {
  const [opened, clinic] = await Promise.all([launch(), clinicApi(), buildDashboard()]);
  browser = opened;
  p = clinic.p;
  server = await listen(servePages(clinic.api, DASHBOARD), 0);
  useSession(server.url, await ownSession(p, 'analyst'));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  p?.close();
});

let page: Page;
let complaints: string[];
let asked: string[];
beforeEach(async () => {
  ({ page, complaints } = await visit(browser, `${server.url}/icon.svg`));
  asked = [];
  page.on('request', (request) => asked.push(request.url().slice(server.url.length)));
  return () => page.context().close();
});

const finding = () => page.locator('.finding');
const of = (path: string) => asked.filter((one) => one.startsWith(path));

/** The first request to an address, held until it is let go. Later ones pass. */
const held = (address: string) =>
  new Promise<Route>((hold) => {
    let first = true;
    void page.route(`**${address}`, (route) => {
      if (!first) return route.continue();
      first = false;
      hold(route);
    });
  });

it('asks for KPIs and what draws them before it knows the snapshot, and once, and shows figures when it does', async () => {
  const snapshot = held('/api/snapshot');
  await page.goto(`${server.url}/measures/visits`);
  await expect.poll(() => of('/assets/plot')).toHaveLength(1);
  await expect.poll(() => asked).toContain('/api/kpis');

  expect(await finding().count()).toBe(0);
  await (await snapshot).continue();
  await finding().waitFor();
  await page.locator('.chart-frame svg').waitFor();
  expect(asked.filter((path) => /^\/api\/kpis(\?|$)/.test(path))).toEqual(['/api/kpis']);
  expect(complaints).toEqual([]);
});

it('asks for the figures of the overview before it knows the snapshot, and once', async () => {
  const snapshot = held('/api/snapshot');
  await page.goto(server.url);
  for (const path of ['/api/kpis', '/api/extracts', '/api/decisions']) await expect.poll(() => asked).toContain(path);
  expect(await page.locator('.sparkline').count()).toBe(0);
  await (await snapshot).continue();
  await page.locator('.sparkline').first().waitFor();
  for (const path of ['/api/kpis', '/api/extracts', '/api/decisions']) expect(of(path)).toHaveLength(1);
});

it.each(['/', '/measures/visits'])('shows on %s nothing of another snapshot than it says', async (address) => {
  const early = held('/api/kpis');
  await page.goto(server.url + address);
  const route = await early;
  const answer = await route.fetch();
  const older = (await answer.text()).replaceAll('A KPI of clinic visits', 'Of an older snapshot');
  await route.fulfill({ response: answer, headers: { ...answer.headers(), etag: '"0-partnership"' }, body: older });
  await page.getByText('A KPI of clinic visits').first().waitFor();
  expect(of('/api/kpis').filter((path) => !path.includes('/visits/'))).toHaveLength(2);
  expect(await page.getByText('Of an older snapshot').count()).toBe(0);
});

it('asks for nothing of the newest figures when the address pins others, but what the document names before any script runs', async () => {
  await page.goto(`${server.url}/measures/visits?as_at=1`);
  await finding().waitFor();
  const newest = asked.filter((path) => path.startsWith('/api/') && !path.includes('as_at=1'));
  expect(newest.toSorted()).toEqual(['/api/kpis', '/api/me', '/api/snapshot']);
});

it('asks for the first trend before the code that draws it is there, and once', async () => {
  const code = held('/assets/Measure-*.js');
  await page.goto(`${server.url}/measures/visits`);
  await expect.poll(() => of('/api/kpis/visits/trend')).toHaveLength(1);
  await (await code).continue();
  await page.locator('.chart-frame svg').first().waitFor();
  const [trend] = of('/api/kpis/visits/trend');
  expect(asked.filter((path) => path === trend)).toHaveLength(1);
  expect(complaints).toEqual([]);
});

it('shows a view that was seen before at once, and what changed in it meanwhile as soon as that is told', async () => {
  const trend = page.waitForRequest((request) => request.url().includes('/trend?grain=month'));
  await page.goto(`${server.url}/measures/visits`);
  await finding().waitFor();
  const [months, asMonths] = [await finding().innerText(), await trend];
  await page.getByLabel('Period').selectOption('quarter');
  await expect.poll(() => finding().innerText()).not.toBe(months);

  const again = held(new URL(asMonths.url()).pathname + '?grain=month&from=*');
  await page.getByLabel('Period').selectOption('month');
  const route = await again;
  await expect.poll(() => finding().innerText()).toBe(months);
  const answer = await route.fetch();
  await route.fulfill({ response: answer, body: (await answer.text()).replace('"value":2', '"value":9') });
  await expect.poll(() => finding().innerText()).toContain('9');
});

it('asks for what stands further down only when what is read first is answered', async () => {
  await page.clock.install();
  await page.goto(`${server.url}/measures/visits`);
  await page.getByRole('heading', { name: 'Who and where' }).waitFor();
  await page.waitForLoadState('networkidle');
  // Else the parts below would stop waiting by themselves.
  await page.clock.pauseAt(Date.now() + 60_000);

  const trend = held('/api/kpis/visits/trend?grain=quarter*');
  const before = await finding().innerText();
  await page.getByLabel('Period').selectOption('quarter');
  const route = await trend;
  await page.waitForTimeout(300);
  const below = () => of('/api/kpis/visits/').filter((path) => /grain=quarter.*&by=/.test(path));
  expect(below()).toEqual([]);
  await route.continue();
  await expect.poll(() => finding().innerText()).not.toBe(before);
  await page.clock.runFor(1_000);
  await expect.poll(() => below()).not.toEqual([]);
  expect(complaints).toEqual([]);
});
