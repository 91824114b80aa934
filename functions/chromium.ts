import type { Browser, LaunchOptions } from 'playwright-core';
import { SafeguardingError } from '../etl/errors.ts';

/** Where Debian puts Chromium. */
export const INSTALLED = '/usr/bin/chromium';
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];

/** Where a browser may be, the likeliest first: Debian's, Chrome, the Edge that Windows has, the one that npm brings for Linux. */
const WAYS: readonly (() => Promise<LaunchOptions>)[] = [
  async () => ({ executablePath: INSTALLED }),
  async () => ({ channel: 'chrome' }),
  async () => ({ channel: 'msedge' }),
  async () => ({ executablePath: await (await import('@sparticuz/chromium')).default.executablePath() }),
];

/**
 * A browser without a window.
 * @throws SafeguardingError (usage) that says what to do where none starts
 */
export async function launchChromium(ways = WAYS): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  for (const way of ways)
    try {
      return await chromium.launch({ ...(await way()), args: ARGS });
    } catch {
      // The next may start.
    }
  throw new SafeguardingError(
    'usage',
    'A PDF is made by a browser, and none starts here. Install Chromium ("apt-get install chromium"), Google Chrome or Microsoft Edge, then run this again. Or open the page "Board pack" in any browser and print it.',
  );
}
