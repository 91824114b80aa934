import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { describe, it, visit, opened } from './browser.ts';
import { bareDemo, smallPartnership } from './small-partnership.ts';

const here = opened(smallPartnership);

const heading = (page: Page) => page.locator('h1').innerText();
const row = (page: Page, name: string) => page.getByRole('row', { name });
const figures = (page: Page) => page.locator('.headlines .figure').first().waitFor();

describe('an executive', () => {
  it('sees headlines of all four priorities, and how fresh they are', async () => {
    const { page, complaints } = await visit(here.browser, here.server.url);
    await figures(page);
    expect(await page.locator('.headlines-group').allInnerTexts()).toEqual([
      'Repeat concerns',
      'Police notifications',
      'Missing children',
      'Exploitation (MACE)',
    ]);
    expect(await row(page, 'Re-referrals within 12 months').innerText()).toMatch(/\d+\.\d%\s+[\d,]+ of [\d,]+/);
    expect(await page.locator('.data-up-to').innerText()).toMatch(
      /Staffordshire Police\s+30 June 2025; 31 May 2025 for Missing/,
    );
    expect(await page.locator('.know').innerText()).toMatch(
      /^What to know\s[^]*(usual|no real change|cannot be judged)/,
    );
    expect(await page.locator('.headlines thead').innerText()).toMatch(
      /KPI\s+Latest\s+Target\s+On last year\s+Is it unusual\?\s+Last 24 months/,
    );
    expect(await page.locator('.banner').count()).toBe(0);
    expect(await page.title()).toBe('Overview - June 2025 - Safeguarding dashboard');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('has what to know, the headlines and how fresh they are on one screen of a tablet held upright', async () => {
    const { page } = await visit(here.browser, here.server.url);
    await page.setViewportSize({ width: 820, height: 1180 });
    await figures(page);
    const { y, height } = (await page.locator('.data-up-to').boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(1180);
    await page.context().close();
  });

  it('has the overview on one sheet of paper', async () => {
    const { page } = await visit(here.browser, here.server.url);
    await figures(page);
    await page.locator('.data-up-to').waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.context().close();
  });
});

describe('the quality assurance group', () => {
  it('follows a headline to the same figure, splits it, changes the period, reads the table and goes back', async () => {
    const { page, complaints } = await visit(here.browser, here.server.url);
    await figures(page);
    const headline = await row(page, 'Return interview within 72 hours').locator('.figure').innerText();
    await page.getByRole('link', { name: 'Return interview within 72 hours' }).click();
    await page.locator('.finding').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.locator('.finding').innerText()).toContain(headline);
    expect(await page.locator('.signal').innerText()).toMatch(/^\s*(No real change|Better than|Worse than|Too )/);
    await page.locator('.plot').first().waitFor();

    await page.getByLabel('Split by').selectOption({ label: 'Age' });
    await page.locator('.bar-table').waitFor();
    await page.getByRole('link', { name: 'Only age: 10 to 15' }).first().waitFor();
    await page.getByLabel('Period').selectOption({ label: 'Quarter' });
    await page.getByText('Show as a table').click();
    const table = page.getByRole('table', { name: 'Return interview within 72 hours by age', exact: true });
    await table.getByRole('rowheader', { name: 'January to March 2025' }).first().waitFor();
    expect(await table.locator('thead').first().innerText()).toMatch(
      /Period\s+Age\s+Numerator\s+Denominator\s+Value \(percent\)\s+Status\s+Usual range\s+Is it unusual\?/,
    );
    expect(new URL(page.url()).search).toBe('?kpi=missing-rhi-72h&grain=quarter&by=age_band');

    await page.goBack();
    await table.getByRole('rowheader', { name: 'March 2025', exact: true }).first().waitFor();
    expect(await page.getByLabel('Period').inputValue()).toBe('month');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('filters by town, sees it said, and shares the address', async () => {
    const { page } = await visit(here.browser, `${here.server.url}/missing?kpi=missing-episodes`);
    await page.locator('.finding').waitFor();
    const everything = await page.locator('.finding').innerText();
    await page.getByText('Filter', { exact: true }).click();
    await page.getByLabel('Hanley').check();
    await page.getByRole('button', { name: 'Apply filter' }).click();
    expect(await page.locator('.showing').innerText()).toContain('only Town: Hanley,');
    await page.locator('p[aria-live]', { hasText: 'only Town: Hanley,' }).waitFor({ state: 'attached' });
    await expect.poll(() => page.locator('.finding').innerText()).not.toBe(everything);
    const filtered = await page.locator('.finding').innerText();

    const { page: shared } = await visit(here.browser, page.url());
    await expect.poll(() => shared.locator('.finding').innerText()).toBe(filtered);
    // The button goes with the filter; the focus must not.
    await page.getByRole('button', { name: 'Clear' }).press('Enter');
    await expect.poll(() => page.locator('.finding').innerText()).toBe(everything);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Filter');
    await Promise.all([page.context().close(), shared.context().close()]);
  });

  it('reads a chart point by point with the arrow keys', async () => {
    const { page } = await visit(here.browser, `${here.server.url}/missing?kpi=missing-episodes`);
    await page.locator('.plot').waitFor();
    await page.locator('.chart-picture').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.chart-reading').innerText()).toMatch(/^April 2025: \d+/);
    await page.context().close();
  });
});

it('enters a target that the chart shows at once, is refused what may tell who a child is, and corrects it', async () => {
  const { page, complaints } = await visit(here.browser, `${here.server.url}/decisions`);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('link', { name: 'Enter: source.' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-source');

  await page.getByLabel('KPI', { exact: true }).selectOption({ label: 'Missing episodes' });
  await page.getByLabel('Value').fill('9');
  await page.getByLabel('Holds from').fill('1/4/2024');
  await page.getByLabel('Owner').fill('Board');
  await page.getByLabel('Source').fill('About the child born 12 March 2011');
  await page.getByLabel('Entered by').fill('Analyst');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('link', { name: 'This holds a date of birth.' }).waitFor();
  expect(complaints.splice(0)).toHaveLength(2); // the refusal, as the browser's console tells it too
  await page.getByLabel('Source').fill('Minutes');
  await page.getByRole('button', { name: 'Keep it' }).click();
  const kept = page.getByRole('row', { name: 'Missing episodes' });
  await kept.getByRole('button', { name: 'Correct' }).click();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Correct row \d+$/);
  await page.getByLabel('Value').fill('12');
  await page.getByLabel('Why').fill('Misread');
  await page.getByRole('button', { name: 'Keep the correction' }).click();
  await kept.getByText('History').click();
  await kept.getByText('by Analyst: Misread').waitFor();
  expect(complaints).toEqual([]);

  await page.goto(`${here.server.url}/missing?kpi=missing-episodes`);
  await page.locator('.marks', { hasText: '1 April 2024: a target was set. Minutes (Board).' }).waitFor();
  await page.context().close();
});

it('runs and styles nothing that was not served with it, and tells when something tries', async () => {
  const { page, complaints } = await visit(here.browser, here.server.url);
  await figures(page);
  expect(complaints).toEqual([]);
  const broken = await page.evaluate(async () => {
    const found: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => found.push(event.effectiveDirective));
    const image = document.createElement('img');
    const paragraph = document.createElement('p');
    const script = document.createElement('script');
    const style = document.createElement('style');
    script.append('window.ran = true');
    style.append('body { color: red }');
    image.src = '/icon.svg';
    const tried: [string, () => void][] = [
      ['script', () => document.body.append(script)],
      ['address of a script', () => (document.createElement('script').src = '/assets/other.js')],
      ['markup', () => document.body.insertAdjacentHTML('beforeend', '<img src="/icon.svg" onload="ran = true">')],
      ['style', () => document.body.append(style)],
      ['style of an element', () => paragraph.setAttribute('style', 'color: red')],
      ['sound markup', () => document.body.insertAdjacentHTML('beforeend', '<p>A</p>')],
    ];
    const thrown = tried.flatMap(([what, attempt]) => {
      try {
        attempt();
        return [];
      } catch {
        return [what];
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { found: [...new Set(found)].sort(), thrown, ran: 'ran' in window };
  });
  expect(broken).toEqual({
    found: ['require-trusted-types-for', 'style-src-attr', 'style-src-elem'],
    thrown: ['address of a script', 'markup'],
    ran: false,
  });
  expect(complaints.length).toBeGreaterThanOrEqual(3);
  await page.context().close();
});

it('prints a KPI without its long table, and with it once that is opened', async () => {
  const { page } = await visit(here.browser, `${here.server.url}/missing?kpi=missing-episodes&by=town`);
  await page.locator('.panels .plot').first().waitFor();
  const pages = async () =>
    (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)!;
  const folded = await pages();
  expect(folded.length).toBeLessThanOrEqual(3);
  await page.getByText('Show as a table').click();
  expect((await pages()).length).toBeGreaterThan(folded.length);
  await page.context().close();
});

it('says of the demo that its children are invented', async () => {
  const demo = await bareDemo();
  const { page } = await visit(here.browser, demo.url);
  const banner = page.locator('.banner');
  await banner.waitFor();
  expect(await banner.innerText()).toContain('Invented children');
  await page.context().close();
  await demo.close();
});

it('offers the figures of a file dropped into the inbox to a page that is open, and moves nothing before they are asked for', async () => {
  const { page, complaints } = await visit(here.browser, here.server.url);
  await figures(page);
  await page.getByText('Looking at parts').waitFor({ state: 'detached' });
  const episodes = row(page, 'Missing episodes');
  expect(await episodes.innerText()).toContain('May 2025');
  const number = (await page.locator('.freshness-line').innerText()).match(/Snapshot (\d+)/)![1]!;
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.evaluate(() => {
    scrollTo(0, 300);
    const said: string[] = [];
    Object.assign(window, { neverReloaded: true, said });
    for (const region of document.querySelectorAll('[aria-live], [role=status]'))
      new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });
  const seen = () => page.evaluate(() => [scrollY, document.querySelector('main')!.getBoundingClientRect().top]);
  const [before, words] = [await seen(), await page.locator('main').innerText()];

  here.server.drop('police-missing', here.server.heldBack);
  const offer = page.locator('.offer');
  await offer.waitFor();
  expect(await offer.innerText()).toContain(`Newer figures are ready: snapshot ${Number(number) + 1}`);
  // Two looks for a newer snapshot later.
  await page.waitForTimeout(7000);
  expect(await seen()).toEqual(before);
  expect(await page.locator('main').innerText()).toBe(words);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said.filter((text) => text.startsWith('Newer figures are ready'))).toHaveLength(1);

  await page.getByRole('button', { name: 'Show them' }).press('Enter');
  await expect.poll(() => episodes.innerText()).toContain('June 2025');
  expect(await page.getByRole('status').innerText()).toMatch(
    new RegExp(`^Figures updated: snapshot ${Number(number) + 1}, \\d\\d:\\d\\d$`),
  );
  await expect.poll(() => page.locator('.data-up-to').innerText()).toMatch(/Staffordshire Police\s+30 June 2025(?!;)/);
  expect(await offer.count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('makes a refused file stand out among the receipts, with what to tell the agency', async () => {
  const { page, complaints } = await visit(here.browser, `${here.server.url}/receipts`);
  await page.locator('.receipts').waitFor();
  const refused = join(here.server.scratch, 'refused.csv');
  writeFileSync(refused, 'Not,The,Columns\r\n1,2,3\r\n');
  here.server.drop('police-ppn', refused, 'STAFFSPOL_PPN_202507.csv');

  await page.getByText('1 file was refused.').waitFor();
  const receipt = page.locator('tr[data-outcome=refused]').getByRole('link');
  expect(await receipt.innerText()).toBe('STAFFSPOL_PPN_202507.csv');
  await receipt.click();
  await page.getByRole('heading', { name: 'Rules it failed' }).waitFor();
  expect(await heading(page)).toBe('Receipt: STAFFSPOL_PPN_202507.csv');
  expect(await page.locator('.lead').innerText()).toMatch(/^Refused. Not in the figures./);
  expect(await page.locator('tr[data-outcome=refused]').innerText()).toContain('PPN Ref');
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('keeps the last figures when the server stops answering, says so, and mends itself', async () => {
  const { page } = await visit(here.browser, `${here.server.url}/missing?kpi=missing-episodes`);
  await page.locator('.finding').waitFor();
  const before = await page.locator('.finding').innerText();
  await page.route('**/api/**', (route) => route.abort());
  await page.getByLabel('Period').selectOption({ label: 'Quarter' });
  await page.getByText('The figures could not be loaded.').waitFor();
  await page.getByText('These are the last figures received.').waitFor();
  expect(await page.locator('.finding').innerText()).toBe(before);

  await page.unroute('**/api/**');
  await expect.poll(() => page.locator('.finding').innerText(), { timeout: 10_000 }).toContain('April to June 2025');
  expect(await page.locator('.problem').count()).toBe(0);
  await page.context().close();
});
