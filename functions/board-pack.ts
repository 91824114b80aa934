import { writeFile } from 'node:fs/promises';
import { releaseOf } from '../etl/disclosure/kept.ts';
import { boardPack, type PackRequest } from '../etl/disclosure/pack/pack.ts';
import type { Partnership } from '../etl/partnership.ts';
import { createApi } from './api/api.ts';
import { browserCookie, hashOf } from './api/session/cookie.ts';
import { end } from './api/session/sessions.ts';
import { launchChromium } from './chromium.ts';
import { buildDashboard, DASHBOARD } from './local/dashboard.ts';
import { ownIdentity, ownSession } from './local/identity/own-session.ts';
import { listen } from './local/listen.ts';
import { servePages } from './local/pages.ts';
import { pinnedSnapshot } from './pinned.ts';

/** As wide as the text on a sheet of A4, so that charts are drawn at the size at which they are printed. */
const SHEET = { width: 688, height: 970 };
const PATIENCE_MS = 60_000;

/**
 * Prints the board's papers of a period into a tagged PDF. All figures are those of the snapshot's release for the board.
 * @param asked the current snapshot is released unless one is named
 * @throws SafeguardingError (usage) for a period or a measure that the release does not hold, and where there is no browser
 */
export async function makeBoardPack(p: Partnership, asked: PackRequest, output: string) {
  const { snapshot } = await releaseOf(p, await pinnedSnapshot(p, asked.snapshot), 'board-pack');
  const { period, measures } = await boardPack(p, { ...asked, snapshot });
  await buildDashboard();
  const server = await listen(servePages(createApi(p, ownIdentity(p)), DASHBOARD), 0);
  const session = await ownSession(p, 'analyst');
  const query = new URLSearchParams({
    as_at: String(snapshot),
    period: period.period,
    ...(asked.measures?.length ? { measure: asked.measures.join(',') } : {}),
  });
  try {
    await writeFile(output, await printed(`${server.url}/board?${query}`, session), { mode: 0o600 });
  } finally {
    await end(p.store, { hash: hashOf(session) });
    await server.close();
  }
  return { snapshot, sheets: measures.filter(({ sheet }) => sheet !== null).map(({ kpi }) => kpi) };
}

async function printed(url: string, session: string): Promise<Buffer> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: SHEET, locale: 'en-GB', timezoneId: 'Europe/London' });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.context().addCookies([browserCookie(session, url)]);
    await page.goto(url);
    await page.locator('.pack').waitFor();
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
