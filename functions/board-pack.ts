import { writeFile } from 'node:fs/promises';
import { releaseOf } from '../etl/disclosure/kept.ts';
import type { Release } from '../etl/disclosure/release.ts';
import { SafeguardingError } from '../etl/errors.ts';
import type { Partnership } from '../etl/partnership.ts';
import { createApi } from './api/api.ts';
import { launchChromium } from './chromium.ts';
import { buildDashboard, DASHBOARD } from './local/dashboard.ts';
import { listen } from './local/listen.ts';
import { servePages } from './local/pages.ts';
import { pinnedSnapshot } from './pinned.ts';

/** As wide as the text on a sheet of A4, so that charts are drawn at the size at which they are printed. */
const SHEET = { width: 688, height: 970 };
const PATIENCE_MS = 60_000;

/**
 * Prints the board's papers of a quarter into a tagged PDF. All figures are those of the snapshot's release for the board.
 * @param period such as "2024-25 Q4"
 * @throws SafeguardingError (usage) for a period that the release does not hold, and where there is no browser
 */
export async function makeBoardPack(p: Partnership, period: string, output: string): Promise<{ snapshot: number }> {
  const release = await releaseOf(p, await pinnedSnapshot(p), 'board-pack');
  const to = lastDay(release, period);
  await buildDashboard();
  const server = await listen(servePages(createApi(p), DASHBOARD), 0);
  try {
    await writeFile(output, await printed(`${server.url}/board?to=${to}`), { mode: 0o600 });
  } finally {
    await server.close();
  }
  return { snapshot: release.snapshot };
}

function lastDay({ tables }: Release, asked: string): string {
  const rows = tables.filter(({ grain }) => grain === 'quarter').flatMap(({ rows }) => rows);
  const found = rows.find(({ period }) => period === asked);
  if (found) return found.to;
  const latest = rows.toSorted((a, b) => a.to.localeCompare(b.to)).at(-1)?.period;
  throw new SafeguardingError(
    'usage',
    `Nothing is released for the period "${asked}". Expected a quarter that is complete, such as "${latest ?? '2024-25 Q4'}".`,
  );
}

async function printed(url: string): Promise<Buffer> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: SHEET, locale: 'en-GB', timezoneId: 'Europe/London' });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(url);
    await page.locator('.board').waitFor();
    await page.waitForFunction(
      () =>
        !document.querySelector('.skeleton') &&
        [...document.querySelectorAll('.chart-frame')].every((frame) => frame.firstElementChild),
    );
    // A drawing that is hidden from screen readers is left out of the tags, and with it the name and words of its frame.
    await page.evaluate(() =>
      document.querySelectorAll('.chart-frame svg').forEach((svg) => svg.removeAttribute('aria-hidden')),
    );
    return await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
  } finally {
    await browser.close();
  }
}
